internal import RedSailModel
internal import Testing

@Suite("Tickets: random walks")
struct TicketWalkTests {
  static let units = TicketLevel.allCases.flatMap { level in
    (0..<3).map { TicketHolder(unit: "units/\(level)-\($0)", level: level) }
  }

  private func randomCommand(_ holder: TicketHolder, _ random: inout SeededGenerator) -> TicketCommand {
    let unit = Self.units.randomElement(using: &random) ?? holder
    let actor = Int.random(in: 0..<10, using: &random) == 0 ? unit.unit : holder.unit
    let above = Self.units.first { $0.level == holder.level.above } ?? unit
    let reason = Int.random(in: 0..<10, using: &random) == 0 ? "" : "reason"
    switch TicketAction.allCases.randomElement(using: &random) ?? .accept {
    case .accept: return .accept
    case .dispatch: return .dispatch(to: unit)
    case .sign: return .sign
    case .start: return .start
    case .resolve: return .resolve
    case .callBack: return .callBack(TicketSatisfaction.allCases.randomElement(using: &random) ?? .satisfied)
    case .close: return .close
    case .return: return .return(by: actor, reason: reason)
    case .extend: return .extend(workingDays: Int.random(in: -1...12, using: &random), reason: reason)
    case .merge:
      // Rare, or every walk would end here.
      guard Int.random(in: 0..<8, using: &random) == 0 else { return .sign }
      let state = TicketState.allCases.randomElement(using: &random) ?? .received
      return .merge(into: LeadingTicket(name: "other", state: state))
    case .refuse: return .refuse(.concluded)
    case .reopen: return .reopen
    case .escalate:
      return .escalate(by: actor, to: Bool.random(using: &random) ? above : unit)
    case .review: return .review(Bool.random(using: &random) ? .upheld : .overturned)
    }
  }

  /// Walks with random commands and times, forwards and backwards; keeps what was accepted.
  private func walk(seed: UInt64) throws -> [TicketChange] {
    var random = SeededGenerator(state: seed)
    let start = TicketFixture.times(TicketFixture.received)
    let holder = Self.units.randomElement(using: &random) ?? TicketFixture.grid
    var ticket = try TicketSnapshot(
      receiving: "one",
      source: TicketSource.allCases.randomElement(using: &random) ?? .owner,
      holder: holder,
      at: start,
      calendar: TicketFixture.calendar
    )
    var now = start.record
    var changes: [TicketChange] = []
    for _ in 0..<120 {
      now = now.advanced(bySeconds: Int64.random(in: 0...20_000, using: &random))
      let event = now.advanced(bySeconds: Int64.random(in: -30_000...1_000, using: &random))
      if ticket.state == .merged {
        let state = TicketState.allCases.randomElement(using: &random) ?? .received
        ticket.leading = LeadingTicket(name: "other", state: state)
      }
      let command = randomCommand(ticket.holder, &random)
      do throws(TicketRefusal) {
        let change = try TicketFixture.machine.apply(
          command,
          to: ticket,
          at: ActionTimes(event: event, record: now)
        )
        changes.append(change)
        ticket = change.after
      } catch {
        #expect(error.state == ticket.state)
        #expect(error.action == command.action)
      }
    }
    return changes
  }

  @Test func `whatever is asked, the invariants hold`() throws {
    var reached: Set<TicketState> = [.received]
    var done: Set<TicketAction> = []
    for seed in UInt64(1)...400 {
      let changes = try walk(seed: seed)
      var returns: [String: Int] = [:]
      for (index, change) in changes.enumerated() {
        reached.insert(change.after.state)
        done.insert(change.action)
        try checkInvariants(change, seed: seed)
        if index > 0 { #expect(changes[index - 1].times.event <= change.times.event, "seed \(seed)") }
        if change.action == .return { returns[change.before.holder.unit, default: 0] += 1 }
      }
      #expect(returns.values.allSatisfy { $0 == 1 }, "seed \(seed)")
    }
    // The walks are worth something only if they get everywhere.
    #expect(reached == Set(TicketState.allCases))
    #expect(done == Set(TicketAction.allCases))
  }

  private func checkInvariants(_ change: TicketChange, seed: UInt64) throws {
    let (before, after) = (change.before, change.after)
    let comment = Comment(rawValue: "seed \(seed): \(change.action) of \(before.state) to \(after.state)")
    #expect(change.times.event <= change.times.record, comment)
    let rise = after.holder.level.rawValue - before.holder.level.rawValue
    switch change.action {
    case .escalate: #expect(rise == 1, comment)
    case .dispatch: #expect(rise <= 0, comment)
    case .return: #expect(after.holder == before.dispatch?.from, comment)
    default: #expect(after.holder == before.holder, comment)
    }
    if before.state == .closed { #expect(change.action == .reopen, comment) }
    if after.state == .closed { #expect(before.state == .calledBack, comment) }
    if after.state == .resolved, before.state != .inProgress {
      #expect(before.source == .receptionDay, comment)
      #expect(before.state == .received || before.state == .accepted, comment)
    }
    #expect((0...10).contains(after.deadline.extensionWorkingDays), comment)
    if change.action == .extend { #expect(after.deadline.end > before.deadline.end, comment) }
    #expect((after.closedAtLevel != nil) == (after.state == .closed), comment)
    #expect((after.state == .merged) <= (after.leading != nil), comment)
    if [.dispatched, .signed, .inProgress].contains(after.state) { #expect(after.dispatch != nil, comment) }
  }
}

extension Bool {
  /// Implication: the left cannot be true where the right is false.
  fileprivate static func <= (left: Bool, right: Bool) -> Bool { !left || right }
}
