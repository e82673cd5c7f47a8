/// Small-number suppression (小数值抑制) of counts about persons: a group of cells with their total, of which those below
/// the threshold, and not 0, are not shown.
///
/// What is not shown must not follow from what is, not even for a reader who knows this rule. Where cells are hidden and
/// the total is shown, the sum of the hidden ones is known; so further cells are hidden until the sum leaves every hidden
/// cell open (complementary suppression), and the total is hidden where no cell is left for that. Which cell goes next,
/// and when it is enough, depends on the cells' order and on their sum, which can be read anyway, never on a hidden
/// value: the smallest other cell, say, would tell its size by being chosen. Zeros are always shown: they speak of nobody.
///
/// Groups are protected one by one. Where a total is itself a cell of a group above, suppress the group above first, and
/// show no total below that is hidden there.
public struct SmallNumberSuppression: Sendable, Hashable {
  /// The cells in their order; nil where not shown.
  public let cells: [Int?]
  /// The total; nil where not shown.
  public let total: Int?

  /// Suppresses a group.
  ///
  /// - Parameters:
  ///   - counts: The counts, 0 or more, in an order that does not depend on them, such as that of the divisions' codes.
  ///   - threshold: The least number shown: the parameter `report.suppression_threshold`, 3 or more.
  ///   - showsTotal: Whether the total is published.
  public init(_ counts: [Int], threshold: Int, showsTotal: Bool) {
    func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }
    let sum = counts.reduce(0, +)
    var hidden = Set(counts.indices.filter { isSmall(counts[$0]) })
    var spare = counts.indices.filter { counts[$0] >= threshold }[...]
    var isTotalShown = showsTotal && !isSmall(sum)
    while isTotalShown {
      let hiddenSum = hidden.reduce(0) { $0 + counts[$1] }
      guard Self.isDisclosed(cells: hidden.count, sum: hiddenSum, threshold: threshold) else { break }
      if let next = spare.popFirst() { hidden.insert(next) } else { isTotalShown = false }
    }
    cells = counts.indices.map { hidden.contains($0) ? nil : counts[$0] }
    total = isTotalShown ? sum : nil
  }

  /// Whether hidden cells can follow from their sum: a single one does, and so do cells that are all 1, or all as large as
  /// a small one can be.
  private static func isDisclosed(cells: Int, sum: Int, threshold: Int) -> Bool {
    cells == 1 || (cells > 0 && (sum == cells || sum == cells * (threshold - 1)))
  }
}
