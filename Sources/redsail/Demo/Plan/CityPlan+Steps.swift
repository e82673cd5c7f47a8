internal import RedSailAPI
internal import RedSailModel

/// What is done to a demand after its reception day (受理、派单、签收、办理、回访、归档).
extension CityPlan {
  /// The steps in order of time; none for a demand that was resolved on site.
  func steps(ofDemand index: Int) -> [DemandStep] {
    switch outcome(ofDemand: index) {
    case .onSite: []
    case .handled(let detour): handling(index, detour, .solved)
    case .answered: handling(index, .none, .answered)
    case .withdrawn: handling(index, .none, .withdrawn)
    case .refused:
      [DemandStep(action: .refuse(index.isMultiple(of: 2) ? .litigation : .petition), time: evening(index))]
    case .merged: [DemandStep(action: .merge(into: ticket(index - 1)), time: mergeTime(index))]
    case .pending(let steps): Array(handling(index, .none, .solved).prefix(steps))
    }
  }

  private func handling(
    _ index: Int,
    _ detour: DemandOutcome.Detour,
    _ resolution: Ticket.Resolution
  ) -> [DemandStep] {
    var random = SeededRandom("steps", index)
    var clock = evening(index)
    var steps: [DemandStep] = []
    func then(_ action: DemandStep.Action, afterMinutes minutes: Int) {
      clock = clock.advanced(bySeconds: Int64(minutes * 60))
      steps.append(DemandStep(action: action, time: clock))
    }

    then(.accept, afterMinutes: random.pick(5..<30))
    for action in assignments(index, detour) { then(action, afterMinutes: random.pick(5..<30)) }
    // The next morning.
    clock = clock.civilDate.advanced(byDays: 1).start.advanced(bySeconds: 9 * 3_600)
    then(.sign, afterMinutes: random.pick(0..<60))
    then(.start, afterMinutes: random.pick(10..<120))
    if case .extended = detour { then(.extend(workingDays: 3), afterMinutes: random.pick(10..<60)) }
    then(.resolve(resolution, answer: answer(resolution)), afterMinutes: random.pick(60..<4 * 1_440))
    if case .reopened = detour {
      then(.callBack(.dissatisfied), afterMinutes: random.pick(60..<1_440))
      then(.reopen, afterMinutes: random.pick(10..<60))
      then(.resolve(resolution, answer: "已复查并重新办理。"), afterMinutes: random.pick(60..<1_440))
    }
    then(.callBack(random.pick(0..<50) == 0 ? .notReached : .satisfied), afterMinutes: random.pick(60..<1_440))
    then(.close, afterMinutes: random.pick(5..<60))
    return steps
  }

  /// To whom it goes: 琐事网格结、小事社区结、大事街道结、难事县区结, upwards one level at a time.
  private func assignments(_ index: Int, _ detour: DemandOutcome.Detour) -> [DemandStep.Action] {
    let (grid, community, street, county) = (
      holder(.grid, ofDemand: index), holder(.community, ofDemand: index), holder(.street, ofDemand: index),
      holder(.county, ofDemand: index)
    )
    if case .returned = detour {
      return [.dispatch(grid), .giveBack(actingUnit: grid.unit), .dispatch(community)]
    }
    return switch grade(ofDemand: index) {
    case .trivial: [.dispatch(grid)]
    case .major: [.escalate(actingUnit: community.unit, to: street)]
    case .hard:
      [.escalate(actingUnit: community.unit, to: street), .escalate(actingUnit: street.unit, to: county)]
    default: [.dispatch(community)]
    }
  }

  private func answer(_ resolution: Ticket.Resolution) -> String {
    switch resolution {
    case .answered: "已向诉求人说明情况，列入后续计划。"
    case .withdrawn: "诉求人已撤回。"
    default: "已办理完毕。"
    }
  }

  /// When the reception day is over and its demands are gone through.
  private func evening(_ index: Int) -> UnixTime { end(ofReceptionDay: receptionDay(ofDemand: index)) }

  /// A merge happens when both demands are there and the leading one has been accepted.
  private func mergeTime(_ index: Int) -> UnixTime {
    max(evening(index), evening(index - 1)).advanced(bySeconds: 86_400)
  }
}
