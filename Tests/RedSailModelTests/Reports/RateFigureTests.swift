internal import RedSailModel
internal import Testing

@Suite("Rates of reports")
struct RateFigureTests {
  @Test(arguments: [
    (49_000, 51_000, 96, 961, 9_608), (1, 3, 33, 333, 3_333), (2, 3, 67, 667, 6_667), (1, 2, 50, 500, 5_000),
    (1, 8, 13, 125, 1_250), (1, 200, 1, 5, 50), (1, 201, 0, 5, 50), (5, 1_000, 1, 5, 50), (1, 16, 6, 63, 625),
    (0, 7, 0, 0, 0), (7, 7, 100, 1_000, 10_000), (158, 10_000, 2, 16, 158), (1, 20_000, 0, 0, 1),
    (.max, .max, 100, 1_000, 10_000), (.max / 2, .max, 50, 500, 5_000),
  ])
  func `halves are rounded up`(numerator: Int, denominator: Int, percent: Int, perMille: Int, perTenThousand: Int) {
    let figure = RateFigure(numerator: numerator, denominator: denominator)
    #expect(figure.percent == percent)
    #expect(figure.perMille == perMille)
    #expect(figure.perTenThousand == perTenThousand)
  }

  @Test func `there is no rate among nothing`() {
    #expect(RateFigure().percent == nil)
    #expect(RateFigure(exclusions: ["merged": 3]).perMille == nil)
  }

  @Test func `what is counted, left out and entered late adds up over divisions`() {
    var left = RateFigure()
    left.add(counts: true)
    left.add(counts: false, isBackfilled: true)
    left.exclude("merged")
    left.exclude("merged")
    var right = RateFigure()
    right.add(counts: true, isBackfilled: true)
    right.exclude("merged")
    right.exclude("not accepted")
    let sum = left + right
    #expect(
      sum
        == RateFigure(
          numerator: 2,
          denominator: 3,
          exclusions: ["merged": 3, "not accepted": 1],
          backfilled: 2
        )
    )
  }
}
