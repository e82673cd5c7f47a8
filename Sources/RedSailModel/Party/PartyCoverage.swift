/// How many firms the party's work reaches, and how: 464 + 105 = 569 in the article.
public struct PartyCoverage: Sendable, Hashable {
  /// Firms with an organisation of their own.
  public private(set) var organisation = 0
  /// Firms with an instructor only.
  public private(set) var instructor = 0
  /// Firms with neither.
  public private(set) var uncovered = 0

  /// Counts firms, each once.
  public init(_ firms: some Sequence<FirmCoverage>) {
    for firm in firms {
      switch firm {
      case .organisation: organisation += 1
      case .instructor: instructor += 1
      case .uncovered: uncovered += 1
      }
    }
  }

  /// Firms with an organisation or an instructor, among all of them.
  public var rate: Rate {
    Rate(numerator: organisation + instructor, denominator: organisation + instructor + uncovered)
  }
}
