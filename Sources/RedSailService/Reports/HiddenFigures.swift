internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Which numbers about persons a caller is not shown, by figure, division and period.
///
/// They are found for the whole city, level by level from the top, each division among those of its parent; so the answer
/// to one question does not give away what another one hides, whichever division or level is asked for.
struct HiddenFigures {
  private struct Place: Hashable {
    let figure: String
    let division: String
    let period: Int
  }

  private var hidden: Set<Place> = []
  private let protected: Set<String>
  private var divisions: Set<String>

  /// Hides nothing.
  init() {
    protected = []
    divisions = []
  }

  /// Finds what callers with these roles are not shown of a report; nil: they are shown all.
  init(_ report: ReportDefinition, _ reading: ReportReading, for roles: Set<Role>?) throws {
    let figures = report.figures.filter { figure in
      roles.map { !figure.owners.isEmpty && figure.owners.isDisjoint(with: $0) } ?? false
    }
    protected = Set(figures.map(\.key))
    divisions = [reading.question.city]
    guard !figures.isEmpty else { return }
    let keys = protected.union(figures.compactMap(\.whole))
    let levels = try [nil, Division.Level.county, .street, .community].map { level in
      let question = reading.question.ofTheCity(by: level)
      let reading = try ReportReading(reading.snapshot, question)
      return Level(reading: reading, tally: try report.tally(reading, keys: keys))
    }
    for level in levels { divisions.formUnion(level.reading.parts) }
    for period in reading.question.periods.indices {
      for figure in figures { hide(figure, period, levels) }
    }
    hideGroups(figures)
  }

  /// Whether a number is not shown.
  func contains(_ figure: String, division: String, period: Int) -> Bool {
    guard protected.contains(figure) else { return false }
    // A division that was none in the span has no numbers that were weighed.
    return !divisions.contains(division) || hidden.contains(Place(figure: figure, division: division, period: period))
  }

  /// The divisions of a level, with what was counted in them.
  private struct Level {
    let reading: ReportReading
    let tally: ReportTally

    func figure(_ key: String, _ division: String, _ period: Int) -> RateFigure {
      division == reading.question.city
        ? tally.whole(key, parts: reading.parts, period: period) : tally.figure(key, part: division, period: period)
    }
  }

  private mutating func hide(_ figure: ReportFigure, _ period: Int, _ levels: [Level]) {
    let city = levels[0].reading.question.city
    let threshold = levels[0].reading.rules.integer(.reportSuppressionThreshold, on: levels[0].reading.question.span.to)
    func counts(_ level: Level, _ division: String) -> [Int] {
      let cell = level.figure(figure.key, division, period)
      var counts = [cell.numerator]
      // What a share does not count follows from what it does.
      if figure.isShare { counts += [cell.denominator, cell.denominator - cell.numerator] }
      if let whole = figure.whole { counts.append(level.figure(whole, division, period).numerator - cell.numerator) }
      return counts.map { max($0, 0) }
    }
    var known: [String: [Int]] = [city: counts(levels[0], city)]
    if known[city]?.contains(where: { 0 < $0 && $0 < threshold }) == true { insert(figure, city, period) }
    for index in levels.indices.dropFirst() {
      let level = levels[index]
      let above = levels[1..<index].reversed()
      let families = Dictionary(grouping: level.reading.parts) { part in
        above.lazy.compactMap { $0.reading.part(of: part) }.first ?? city
      }
      for (parent, children) in families.sorted(by: { $0.key < $1.key }) {
        let cells = children.map { counts(level, $0) }
        for (count, whole) in (known[parent] ?? []).enumerated() {
          let parts = cells.map { $0[count] }
          // What lies in none of the children follows from the parent and them.
          hide(figure, parts + [max(whole - parts.reduce(0, +), 0)], children, below: parent, period, threshold)
        }
        for (child, counts) in zip(children, cells) { known[child] = counts }
      }
    }
  }

  private mutating func hide(
    _ figure: ReportFigure,
    _ counts: [Int],
    _ children: [String],
    below parent: String,
    _ period: Int,
    _ threshold: Int
  ) {
    let isOpen = !hidden.contains(Place(figure: figure.key, division: parent, period: period))
    let cells = SmallNumberSuppression(counts, threshold: threshold, showsTotal: isOpen).cells
    for (child, cell) in zip(children, cells) where cell == nil { insert(figure, child, period) }
    // Where the parent's is hidden, its children must not add up to it.
    guard !isOpen, cells.allSatisfy({ $0 != nil }), let first = counts.firstIndex(where: { $0 > 0 }) else { return }
    if first < children.count { insert(figure, children[first], period) }
  }

  private mutating func insert(_ figure: ReportFigure, _ division: String, _ period: Int) {
    hidden.insert(Place(figure: figure.key, division: division, period: period))
  }

  /// The figures of a group make up a number that is shown: where one of them is hidden, all are.
  private mutating func hideGroups(_ figures: [ReportFigure]) {
    for (group, members) in Dictionary(grouping: figures, by: \.group) where group != nil {
      let keys = members.map(\.key)
      for place in hidden.filter({ keys.contains($0.figure) }) {
        for key in keys { hidden.insert(Place(figure: key, division: place.division, period: place.period)) }
      }
    }
  }
}
