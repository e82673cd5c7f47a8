/// How a ticket came to the unit that holds it: by dispatch or by escalation.
public struct TicketDispatch: Sendable, Hashable {
  /// The unit that handed it over, and to which it returns.
  public let from: TicketHolder
  /// When that was, by the clock that deadlines are judged by.
  public let at: UnixTime

  /// Makes a dispatch.
  public init(from: TicketHolder, at: UnixTime) {
    self.from = from
    self.at = at
  }
}
