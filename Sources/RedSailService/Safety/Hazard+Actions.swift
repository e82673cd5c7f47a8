internal import RedSailAPI
internal import RedSailModel

extension Hazard {
  /// The hazard after it was ordered to be remedied by a day.
  func ordered(_ request: OrderHazardRequest, on day: CivilDate) throws -> Hazard {
    guard let due = request.dueDate?.civilDate else { return self }
    return try after(.order(due: due), on: day)
  }

  /// The hazard after someone remedied it.
  func remedied(_ request: RemedyHazardRequest) throws -> Hazard {
    guard let day = request.date?.civilDate, let remedier = request.actor else { return self }
    var hazard = try after(.remedy(by: remedier.reference), on: day)
    hazard.remedy = request.remedy
    hazard.remediedBy = remedier
    hazard.rejectionReason = ""
    return hazard
  }

  /// The hazard after a verification: it is gone, or ordered to be remedied anew.
  func verified(_ request: VerifyHazardRequest) throws -> Hazard {
    guard let day = request.date?.civilDate, let verifier = request.actor else { return self }
    if let due = request.dueDate?.civilDate {
      var hazard = try after(.reject(by: verifier.reference, due: due), on: day)
      hazard.remedy = ""
      hazard.remediedBy = nil
      hazard.rejectionReason = request.reason
      return hazard
    }
    var hazard = try after(.verify(by: verifier.reference), on: day)
    hazard.verifiedDate = CalendarDate(day)
    hazard.verifiedBy = verifier
    return hazard
  }

  private func after(_ command: HazardCommand, on day: CivilDate) throws -> Hazard {
    let snapshot: HazardSnapshot
    do throws(HazardMachine.Refusal) {
      snapshot = try HazardMachine().apply(command, to: HazardSnapshot(self), on: day)
    } catch {
      throw failure(error)
    }
    var hazard = self
    hazard.state = State(rawValue: snapshot.state.rawValue)
    hazard.dueDate = snapshot.due.map { CalendarDate($0) }
    hazard.remediedDate = snapshot.remedied.map { CalendarDate($0) }
    if snapshot.state == .ordered { hazard.orderedDate = CalendarDate(day) }
    return hazard
  }

  private func failure(_ refusal: HazardMachine.Refusal) -> any Error {
    switch refusal.condition {
    case nil: Failure.actionNotAllowed(refusal, on: name)
    case .dueBefore(let due, let order):
      Failure.field(
        "due_date",
        .periodReversed,
        LocalizedText("lies before the order: \(due), \(order)", "整改期限 \(due) 早于责令日 \(order)")
      )
    case .remedierVerifies:
      Failure.samePerson(
        field: "actor",
        LocalizedText("actor: who remedied '\(name)' does not verify it", "整改人不得自行复查")
      )
    case .beforeLast(let day, let last): Failure.dayBeforeLast(name, last: last, came: day)
    }
  }
}

extension HazardSnapshot {
  /// A stored hazard, as the rules see it.
  init(_ hazard: Hazard) {
    let days = [hazard.foundDate, hazard.orderedDate, hazard.remediedDate, hazard.verifiedDate]
    self.init(
      state: HazardState(rawValue: hazard.state.rawValue) ?? .found,
      due: hazard.dueDate?.civilDate,
      remedied: hazard.remediedDate?.civilDate,
      remediedBy: hazard.remediedBy?.reference,
      lastEvent: days.compactMap { $0?.civilDate }.max() ?? CivilDate(daysSinceEpoch: 0)
    )
  }
}
