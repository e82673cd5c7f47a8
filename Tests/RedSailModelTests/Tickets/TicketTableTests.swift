internal import RedSailModel
internal import Testing

@Suite("Tickets: every state and action")
struct TicketTableTests {
  /// The domain's rules as a table, written from its text: where each action leads from each state. `.` is refused; `*`
  /// leads to RESOLVED for a demand of a reception day only.
  static let table = """
    state        ACCEPT   DISPATCH   SIGN   START       RESOLVE  CALL_BACK   CLOSE  RETURN   EXTEND      MERGE  REFUSE       REOPEN      ESCALATE   REVIEW
    RECEIVED     ACCEPTED .          .      .           *        .           .      .        .           MERGED NOT_ACCEPTED .           .          .
    ACCEPTED     .        DISPATCHED .      .           *        .           .      .        ACCEPTED    MERGED .            .           DISPATCHED .
    DISPATCHED   .        DISPATCHED SIGNED .           .        .           .      RETURNED DISPATCHED  MERGED .            .           DISPATCHED .
    SIGNED       .        DISPATCHED .      IN_PROGRESS .        .           .      RETURNED SIGNED      MERGED .            .           DISPATCHED .
    IN_PROGRESS  .        .          .      .           RESOLVED .           .      .        IN_PROGRESS MERGED .            .           DISPATCHED .
    RESOLVED     .        .          .      .           .        CALLED_BACK .      .        .           .      .            .           .          .
    CALLED_BACK  .        .          .      .           .        .           CLOSED .        .           .      .            IN_PROGRESS .          .
    CLOSED       .        .          .      .           .        .           .      .        .           .      .            IN_PROGRESS .          .
    RETURNED     .        DISPATCHED .      .           .        .           .      .        RETURNED    MERGED .            .           DISPATCHED .
    NOT_ACCEPTED .        .          .      .           .        .           .      .        .           .      .            .           .          ACCEPTED
    MERGED       .        .          .      .           .        CALLED_BACK .      .        .           .      .            .           .          .
    """

  struct Cell {
    let state: TicketState
    let action: TicketAction
    let target: String
  }

  static func cells() throws -> [Cell] {
    let rows = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let actions = try rows[0].dropFirst().map { name in
      try #require(TicketAction.allCases.first { $0.description == name })
    }
    return try rows.dropFirst().flatMap { row in
      let state = try #require(TicketState.allCases.first { $0.description == row[0] })
      try #require(row.count == actions.count + 1)
      return zip(actions, row.dropFirst()).map { Cell(state: state, action: $0, target: $1) }
    }
  }

  @Test(arguments: TicketSource.allCases)
  func `each action leads where the table says`(source: TicketSource) throws {
    let cells = try Self.cells()
    #expect(cells.count == 11 * 14)
    for cell in cells {
      let ticket = TicketFixture.ticket(cell.state, source: source)
      let target = cell.target == "*" ? (source == .receptionDay ? "RESOLVED" : ".") : cell.target
      do {
        let change = try TicketFixture.machine.apply(
          TicketFixture.command(cell.action),
          to: ticket,
          at: TicketFixture.soon
        )
        #expect(change.after.state.description == target, "\(cell.action) of \(cell.state)")
        #expect(change.before == ticket)
        #expect(change.action == cell.action)
        #expect(change.after.lastEvent == TicketFixture.soon.event)
      } catch {
        #expect(target == ".", "\(error)")
        try checkRefusal(error, of: cell, source: source)
      }
    }
  }

  /// A refusal names the state, the action, the actions the state allows and the states the action is allowed in.
  private func checkRefusal(_ refusal: TicketRefusal, of cell: Cell, source: TicketSource) throws {
    func isOpen(_ target: String) -> Bool { target != "." && (target != "*" || source == .receptionDay) }
    let open = try Self.cells().filter { isOpen($0.target) }
    #expect(refusal.state == cell.state)
    #expect(refusal.action == cell.action)
    #expect(Set(refusal.allowedActions) == Set(open.filter { $0.state == cell.state }.map(\.action)))
    guard case .state(let states) = refusal.reason else {
      Issue.record("\(cell.action) of \(cell.state): \(refusal)")
      return
    }
    #expect(Set(states) == Set(open.filter { $0.action == cell.action }.map(\.state)))
  }

  @Test func `raw values are those of the schema`() {
    #expect(TicketState.allCases.map(\.rawValue) == Array(1...11))
    #expect(TicketAction.allCases.map(\.rawValue) == Array(1...14))
    #expect(TicketState(rawValue: 5) == .inProgress)
    #expect(TicketState(rawValue: 10) == .notAccepted)
    #expect(TicketAction(rawValue: 6) == .callBack)
    #expect(TicketAction(rawValue: 8) == .return)
    #expect(TicketAction(rawValue: 11) == .refuse)
    #expect(TicketLevel.allCases.map(\.rawValue) == Array(1...4))
    #expect(TicketSource(rawValue: 2) == .receptionDay)
  }

  @Test(arguments: [(TicketGrade.trivial, TicketLevel.grid), (.small, .community), (.major, .street), (.hard, .county)])
  func `each grade has the level that should close it`(grade: TicketGrade, level: TicketLevel) {
    #expect(grade.closingLevel == level)
  }

  @Test func `a refusal reads as a sentence`() {
    let error = #expect(throws: TicketRefusal.self) {
      try TicketFixture.machine.apply(.sign, to: TicketFixture.ticket(.resolved), at: TicketFixture.soon)
    }
    #expect(
      error?.description.hasPrefix(
        "SIGN of a ticket that is RESOLVED: the state allows CALL_BACK; SIGN is allowed when DISPATCHED"
      ) == true
    )
    #expect(error?.description.contains("source: redsail/v1/ticket_service.proto") == true)
  }
}
