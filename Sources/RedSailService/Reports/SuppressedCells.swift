internal import RedSailModel

/// Which numbers of a figure about persons are not shown: of the parts, and of the whole.
struct SuppressedCells {
  let parts: [Bool]
  let whole: Bool

  /// All are shown.
  init(shownParts: Int) {
    parts = [Bool](repeating: false, count: shownParts)
    whole = false
  }

  /// Hides small numbers and what would tell them. Of a share, a number is hidden where what it counts or what it counts
  /// among is; `rest` is what lies in none of the parts, which follows from the whole and them.
  init(_ cells: [RateFigure], rest: RateFigure, _ threshold: Int) {
    let groups = [\RateFigure.numerator, \.denominator].map { count in
      let counts = cells.map { $0[keyPath: count] } + [rest[keyPath: count]]
      return SmallNumberSuppression(counts, threshold: threshold, showsTotal: true)
    }
    parts = cells.indices.map { index in groups.contains { $0.cells[index] == nil } }
    whole = groups.contains { $0.total == nil }
  }
}
