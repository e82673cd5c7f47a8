internal import RPCCore
internal import RedSailAPI

/// Monthly totals of the 12345 hotline, and the two-way sync of its tickets (12345热线来话总量、双向同步).
struct HotlineHandlers: HotlineService {
  let hotlineTotals: StandardMethods<HotlineTotal>
  /// What tickets that come by the sync are entered with.
  let tickets: TicketHandlers

  init(_ environment: ServiceEnvironment) {
    hotlineTotals = StandardMethods(environment: environment)
    tickets = TicketHandlers(environment)
  }
}
