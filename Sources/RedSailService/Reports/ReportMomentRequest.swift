internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The moment that a request names, on the two clocks; nil where it leaves one to the server.
struct ReportMomentRequest: Sendable {
  let day: CivilDate?
  let revision: Revision?

  /// The kinds that are cut by the event clock: their records carry their history. All others say themselves from when
  /// to when they hold, or when they happened.
  static let eventKinds: Set<String> = [Ticket.recordKind.name]
}

extension ServiceEnvironment {
  /// Runs a closure on a city as of a moment: the day asked for, or that of the city's demonstration, or today; the
  /// revision asked for, or the latest. The closure is given the day.
  func readAsOf<Answer: Sendable>(
    _ moment: ReportMomentRequest,
    city: String,
    _ caller: Caller,
    _ body: @escaping @Sendable (any StoreSnapshot, CivilDate) throws -> Answer
  ) async throws -> Answer {
    let today = clock().unixTime.civilDate
    let (day, revision) = try await read(city, caller, lane: .report) { snapshot in
      let stored = try snapshot.stored(City.self, named: ResourceType.city.name(city: city, id: city))
      let day = moment.day ?? stored.resource.demonstration?.asOfDate?.civilDate ?? today
      return (day, try snapshot.revision())
    }
    if let asked = moment.revision, asked > revision { throw Failure.revisionNotKept(latest: revision) }
    // Without the last microsecond's end: event times are included up to the bound.
    let end = Instant(microseconds: Instant(seconds: day.end.seconds, nanoseconds: 0).microseconds - 1)
    let asOf = AsOf(revision: moment.revision ?? revision, eventTime: end, eventKinds: ReportMomentRequest.eventKinds)
    return try await readPast(city, caller, asOf) { try body($0, day) }
  }
}

extension StoreSnapshot {
  /// Throws NOT_FOUND where the division asked for is none of this moment.
  func checkDivision(_ division: ResourceName?) throws {
    guard let division else { return }
    guard try record(Division.recordKind, named: division.text) != nil else { throw Failure.notFound(division.text) }
  }
}

extension Failure {
  /// A revision that is not there yet, or no longer.
  static func revisionNotKept(earliest: Revision? = nil, latest: Revision? = nil) -> RPCError {
    var metadata: [String: String] = [:]
    if let earliest { metadata["earliest"] = String(earliest) }
    if let latest { metadata["latest"] = String(latest) }
    let range = [earliest.map { "earliest \($0)" }, latest.map { "latest \($0)" }].compactMap(\.self)
    return make(
      .revisionNotKept,
      LocalizedText("the records as of this revision are not kept (\(range.joined(separator: ", ")))", "该修订号的数据不可用"),
      metadata: metadata
    )
  }
}
