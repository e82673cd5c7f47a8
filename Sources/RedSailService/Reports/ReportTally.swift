internal import RedSailModel

/// The figures of a report while they are counted: by part, period and figure.
struct ReportTally {
  /// The place of a number. `part` is a division's code; nil for records that lie in none of the parts.
  struct Cell: Hashable {
    let part: String?
    let period: Int
    let figure: String
  }

  private var cells: [Cell: RateFigure] = [:]

  /// Adds to a cell.
  mutating func add(_ figure: RateFigure, part: String?, period: Int, key: String) {
    let cell = Cell(part: part, period: period, figure: key)
    cells[cell] = cells[cell].map { $0 + figure } ?? figure
  }

  /// A part's figure.
  func figure(_ key: String, part: String?, period: Int) -> RateFigure {
    cells[Cell(part: part, period: period, figure: key)] ?? RateFigure()
  }

  /// The figure of all parts and of what lies in none.
  func whole(_ key: String, parts: [String], period: Int) -> RateFigure {
    parts.reduce(figure(key, part: nil, period: period)) { $0 + figure(key, part: $1, period: period) }
  }
}
