/// The ticket that another one is merged into.
public struct LeadingTicket: Sendable, Hashable {
  /// Its resource name.
  public let name: String
  /// Its state now: whoever loads a merged ticket's snapshot fills this in from the leading ticket's row.
  public let state: TicketState

  /// Makes a link.
  public init(name: String, state: TicketState) {
    self.name = name
    self.state = state
  }
}
