internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Which action is allowed in which state, asked from outside, against a table written from the rules, not from the code.
@Suite struct TicketActionTableTests {
  /// How a state is reached, and what is allowed in it for a demand that no event raised.
  struct Row: Sendable, CustomTestStringConvertible {
    let state: Ticket.State
    let way: [TicketEvent.Action]
    let allowed: [TicketEvent.Action]
    var testDescription: String { "\(state)" }
  }

  static let rows: [Row] = [
    Row(state: .received, way: [], allowed: [.accept, .merge, .refuse]),
    Row(state: .accepted, way: [.accept], allowed: [.dispatch, .extend, .merge, .escalate]),
    Row(
      state: .dispatched,
      way: [.accept, .dispatch],
      allowed: [.dispatch, .sign, .return, .extend, .merge, .escalate]
    ),
    Row(
      state: .signed,
      way: [.accept, .dispatch, .sign],
      allowed: [.dispatch, .start, .return, .extend, .merge, .escalate]
    ),
    Row(
      state: .inProgress,
      way: [.accept, .dispatch, .sign, .start],
      allowed: [.resolve, .extend, .merge, .escalate]
    ),
    Row(state: .resolved, way: [.accept, .dispatch, .sign, .start, .resolve], allowed: [.callBack]),
    Row(
      state: .calledBack,
      way: [.accept, .dispatch, .sign, .start, .resolve, .callBack],
      allowed: [.close, .reopen]
    ),
    Row(
      state: .closed,
      way: [.accept, .dispatch, .sign, .start, .resolve, .callBack, .close],
      allowed: [.reopen]
    ),
    Row(
      state: .returned,
      way: [.accept, .dispatch, .return],
      allowed: [.dispatch, .extend, .merge, .escalate]
    ),
    Row(state: .notAccepted, way: [.refuse], allowed: [.review]),
    Row(state: .merged, way: [.merge], allowed: [.callBack]),
  ]

  static let actions: [TicketEvent.Action] = [
    .accept, .dispatch, .sign, .start, .resolve, .callBack, .close, .return, .extend, .merge, .refuse, .reopen,
    .escalate, .review,
  ]

  @Test(arguments: rows) func onlyTheTableIsAllowed(_ row: Row) async throws {
    let city = try await TestCity()
    try await city.create {
      $0.ticketID = "leading"
      $0.history = [try TestCity.entry(.accept, at: "2025-09-22T10:10:00")]
    }
    for action in Self.actions {
      let name = try await city.create { request in
        request.history = try row.way.map { step in
          var entry = try TestCity.entry(step, at: "2025-09-22T11:00:00")
          // So that a reopening is a matter of the state alone.
          if step == .callBack { entry.feedback?.satisfaction = .dissatisfied }
          return entry
        }
      }.name
      let unit = try await city.tickets.getTicket(.with { $0.name = name }).holder?.unit ?? ""
      let attempt = {
        try await city.act(action, name, at: "2025-09-22T12:00:00") { entry in
          if action == .return || action == .escalate { entry.actingUnit = unit }
          if action == .escalate, unit == TestCity.project {
            entry.holder = TestCity.holder(TestCity.community, .community)
          }
        }
      }
      if row.allowed.contains(action) {
        // A call-back of a merged ticket waits for the leading one.
        if row.state == .merged {
          try await expectRefusal(.failedPrecondition, "LEADING_TICKET_UNRESOLVED", attempt)
        } else {
          #expect(try await attempt().eventCount == row.way.count + 1)
        }
      } else {
        let refused = try await expectRefusal(.failedPrecondition, "ACTION_NOT_ALLOWED", attempt)
        #expect(refused?.metadata["state"] == Self.word(row.state.rawValue, of: Ticket.State.layout, "STATE_"))
        #expect(refused?.metadata["action"] == Self.word(action.rawValue, of: TicketEvent.Action.layout, "ACTION_"))
        let allowed = row.allowed.map { Self.word($0.rawValue, of: TicketEvent.Action.layout, "ACTION_") }
        #expect(Set(refused?.metadata["allowed_actions"]?.split(separator: ",").map(String.init) ?? []) == Set(allowed))
        #expect(try await city.tickets.getTicket(.with { $0.name = name }).eventCount == row.way.count)
      }
    }
  }

  @Test func onlyADemandOfAnEventIsResolvedWithoutDispatch() async throws {
    let city = try await TestCity()
    for way in [[], [TicketEvent.Action.accept]] {
      let name = try await city.createAtEvent { request in
        request.history = try way.map { try TestCity.entry($0, at: "2025-09-20T10:10:00") }
      }.name
      let ticket = try await city.act(.resolve, name, at: "2025-09-20T10:20:00")
      #expect(ticket.resolvedOnSite)
    }
  }

  private static func word(_ number: Int32, of layout: EnumLayout, _ prefix: String) -> String {
    String((layout.name(of: number) ?? "").dropFirst(prefix.count))
  }
}
