/// How long handling may take, by category, division and date: a parameter of each city, kept as data.
public struct ServiceLevelTable: Sendable, Hashable {
  /// One line of the table.
  public struct Entry: Sendable, Hashable {
    /// The category's key, or nil for every category.
    public var category: String?
    /// The division (or zone) for whose subtree the line holds, or nil for everywhere.
    public var division: String?
    /// The first day on which the line holds; a later line of the same kind replaces it.
    public var validFrom: CivilDate
    /// The allowance.
    public var level: ServiceLevel

    /// Makes a line.
    public init(category: String?, division: String?, validFrom: CivilDate, level: ServiceLevel) {
      self.category = category
      self.division = division
      self.validFrom = validFrom
      self.level = level
    }
  }

  /// The lines, in any order.
  public var entries: [Entry]

  /// Makes a table.
  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The allowance for a demand.
  ///
  /// A line for the category wins over one for every category, so that a street's general rule never slows an urgent
  /// category down; then the nearest division wins, then the latest valid line. `standard` where no line holds.
  ///
  /// - Parameters:
  ///   - category: The category's key.
  ///   - divisions: The demand's division and its explicit parents, nearest first.
  ///   - day: The day of receipt.
  ///   - standard: The allowance where no line holds: ``TicketLimits/standardLevel``.
  public func level(
    category: String,
    divisions: [String],
    on day: CivilDate,
    standard: ServiceLevel = .standard
  ) -> ServiceLevel {
    func rank(_ entry: Entry) -> (Int, Int, CivilDate)? {
      guard entry.validFrom <= day, entry.category == nil || entry.category == category else { return nil }
      var distance = divisions.count
      if let division = entry.division {
        guard let index = divisions.firstIndex(of: division) else { return nil }
        distance = index
      }
      return (entry.category == nil ? 0 : 1, -distance, entry.validFrom)
    }
    let ranked = entries.compactMap { entry in rank(entry).map { (rank: $0, level: entry.level) } }
    return ranked.max { $0.rank < $1.rank }?.level ?? standard
  }
}
