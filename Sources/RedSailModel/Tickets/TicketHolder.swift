/// The unit that holds a ticket, and its level.
public struct TicketHolder: Sendable, Hashable {
  /// The unit's resource name.
  public let unit: String
  /// The level at which the unit works.
  public let level: TicketLevel

  /// Makes a holder.
  public init(unit: String, level: TicketLevel) {
    self.unit = unit
    self.level = level
  }
}
