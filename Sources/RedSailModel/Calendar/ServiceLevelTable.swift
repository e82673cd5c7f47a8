/// How long handling may take, by category, division and date: a parameter of each city, kept as data.
public struct ServiceLevelTable: Sendable, Hashable {
  /// One line of the table.
  public struct Entry: Sendable, Hashable {
    /// The category's key, or nil for every category.
    public var category: String?
    /// The division (or zone) for whose subtree the line holds, or nil for everywhere.
    public var division: String?
    /// The days on which the line holds; of two that hold, the one that began last goes first.
    public var period: DatePeriod
    /// The allowance.
    public var level: ServiceLevel

    /// Makes a line.
    public init(category: String?, division: String?, period: DatePeriod, level: ServiceLevel) {
      self.category = category
      self.division = division
      self.period = period
      self.level = level
    }
  }

  /// The lines by category; those for every category under nil.
  private let lines: [String?: [Entry]]

  /// Makes a table of lines in any order.
  public init(_ entries: [Entry]) {
    lines = Dictionary(grouping: entries, by: \.category)
  }

  /// The allowance for a demand.
  ///
  /// A line for the category wins over one for every category, so that a street's general rule never slows an urgent
  /// category down; then the nearest division wins, then the line that began last. `standard` where no
  /// line holds.
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
    standard: @autoclosure () -> ServiceLevel = .standard
  ) -> ServiceLevel {
    best(lines[category], divisions, day) ?? best(lines[nil], divisions, day) ?? standard()
  }

  private func best(_ entries: [Entry]?, _ divisions: [String], _ day: CivilDate) -> ServiceLevel? {
    var best: (distance: Int, start: CivilDate?, level: ServiceLevel)?
    for entry in entries ?? [] where entry.period.contains(day) {
      var distance = divisions.count
      if let division = entry.division {
        guard let index = divisions.firstIndex(of: division) else { continue }
        distance = index
      }
      let start = entry.period.start
      if let known = best {
        let beganLater = start.map { start in known.start.map { $0 < start } ?? true } ?? false
        guard distance < known.distance || (distance == known.distance && beganLater) else { continue }
      }
      best = (distance, start, entry.level)
    }
    return best?.level
  }
}
