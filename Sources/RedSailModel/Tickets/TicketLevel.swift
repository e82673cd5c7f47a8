/// The level of a unit that holds or closes a ticket: 琐事网格结、小事社区结、大事街道结、难事县区结.
///
/// A platform of the city, such as the 12345 hotline, counts as ``county``: work enters from there and goes down.
public enum TicketLevel: Int32, Sendable, Hashable, Comparable, CaseIterable {
  /// Grid (网格).
  case grid = 1
  /// Community (社区).
  case community = 2
  /// Street or town (街道).
  case street = 3
  /// County or district (县区).
  case county = 4

  /// The level above, or nil at the county.
  public var above: TicketLevel? { TicketLevel(rawValue: rawValue + 1) }

  /// A lower level is less.
  public static func < (left: TicketLevel, right: TicketLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension TicketLevel: CustomStringConvertible {
  /// The name of the level in the schema, without its prefix.
  public var description: String {
    switch self {
    case .grid: "GRID"
    case .community: "COMMUNITY"
    case .street: "STREET"
    case .county: "COUNTY"
    }
  }
}
