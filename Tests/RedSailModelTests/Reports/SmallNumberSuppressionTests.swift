internal import RedSailModel
internal import Testing

@Suite("Small-number suppression")
struct SmallNumberSuppressionTests {
  private func suppressed(_ counts: [Int], showsTotal: Bool = true) -> SmallNumberSuppression {
    SmallNumberSuppression(counts, threshold: 5, showsTotal: showsTotal)
  }

  @Test func `counts below the threshold and not zero are not shown`() {
    let group = suppressed([0, 1, 4, 5, 100], showsTotal: false)
    #expect(group.cells == [0, nil, nil, 5, 100])
    #expect(group.total == nil)
    #expect(suppressed([5, 0, 100]).cells == [5, 0, 100])
    #expect(suppressed([5, 0, 100]).total == 105)
    #expect(suppressed([]).total == 0)
  }

  @Test func `a single hidden cell takes another with it where the total is shown`() {
    #expect(suppressed([9, 2, 30]).cells == [nil, nil, 30])
    #expect(suppressed([9, 2, 30]).total == 41)
    #expect(suppressed([0, 2, 30]).cells == [0, nil, nil])
    #expect(suppressed([9, 2, 30], showsTotal: false).cells == [9, nil, 30])
  }

  @Test func `without another cell the total goes`() {
    #expect(suppressed([0, 2, 0]).cells == [0, nil, 0])
    #expect(suppressed([0, 2, 0]).total == nil)
    #expect(suppressed([4, 4]).cells == [nil, nil])
    #expect(suppressed([4, 4]).total == nil)
    #expect(suppressed([1, 1, 1, 1, 1]).total == nil)
  }

  /// A reader who knows the rule and sees a result still finds two groups at least that give it, for each hidden cell:
  /// all groups up to a size are tried.
  @Test(arguments: [(3, 3, 8), (4, 3, 9), (3, 4, 6), (5, 2, 20)])
  func `no hidden cell can be computed`(threshold: Int, cells: Int, limit: Int) {
    var groups: [[Int]] = [[]]
    for _ in 0..<cells { groups = groups.flatMap { group in (0...limit).map { group + [$0] } } }
    let results = Dictionary(grouping: groups) {
      SmallNumberSuppression($0, threshold: threshold, showsTotal: true)
    }
    var hiddenCells = 0
    for (result, origins) in results {
      // Where the hidden cells could be larger than what was tried, the trial says nothing.
      if let total = result.total, total - result.cells.reduce(0, { $0 + ($1 ?? 0) }) > limit { continue }
      for index in 0..<cells where result.cells[index] == nil {
        hiddenCells += 1
        #expect(Set(origins.map { $0[index] }).count > 1, "\(result) comes from \(origins[0]) only")
      }
      for origin in origins {
        for index in 0..<cells where origin[index] > 0 && origin[index] < threshold {
          #expect(result.cells[index] == nil)
        }
        if let total = result.total { #expect(total == origin.reduce(0, +)) }
      }
    }
    #expect(hiddenCells > 0)
  }
}
