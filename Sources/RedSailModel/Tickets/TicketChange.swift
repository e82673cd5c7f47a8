/// What an action did to a ticket: one entry of its history.
public struct TicketChange: Sendable, Hashable {
  /// The action.
  public let action: TicketAction
  /// The ticket before.
  public let before: TicketSnapshot
  /// The ticket after.
  public let after: TicketSnapshot
  /// When it happened and was written down.
  public let times: ActionTimes
}
