/// How hard a demand is, which sets the level that should close it.
public enum TicketGrade: Int32, Sendable, Hashable, CaseIterable {
  /// A trifle (琐事), closed by the grid.
  case trivial = 1
  /// A small matter (小事), closed by the community.
  case small = 2
  /// A big matter (大事), closed by the street.
  case major = 3
  /// A hard matter (难事), closed by the county.
  case hard = 4

  /// The level that should close a ticket of this grade. A measure, not a condition: the level at which a ticket did
  /// close is recorded beside it.
  public var closingLevel: TicketLevel {
    switch self {
    case .trivial: .grid
    case .small: .community
    case .major: .street
    case .hard: .county
    }
  }
}
