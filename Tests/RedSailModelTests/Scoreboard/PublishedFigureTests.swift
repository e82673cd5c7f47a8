internal import RedSailModel
internal import Testing

@Suite("The article's figures")
struct PublishedFigureTests {
  static let figures: [PublishedFigure] = [
    .firmsWithOrganisation, .firmsWithInstructor, .firmsCovered, .stations, .receptionDays, .demands, .demandsResolved,
  ]

  @Test(
    arguments: zip(
      figures,
      [464...464, 105...105, 569...569, 1_664...1_664, 1_201...1_299, 50_500...51_499, 48_500...49_499]
    )
  )
  func `the numbers behind each figure`(figure: PublishedFigure, interval: ClosedRange<Int>) {
    #expect(figure.interval() == interval)
    #expect(figure.agrees(with: interval.lowerBound))
    #expect(figure.agrees(with: interval.upperBound))
    #expect(!figure.agrees(with: interval.lowerBound - 1))
    #expect(!figure.agrees(with: interval.upperBound + 1))
  }

  @Test func `keys differ`() {
    #expect(Set(Self.figures.map(\.key)).count == Self.figures.count)
  }

  @Test func `roundings of small units keep the published number inside`() {
    #expect(FigureRounding.nearest(unit: 1).interval(of: 7) == 7...7)
    #expect(FigureRounding.nearest(unit: 5).interval(of: 10) == 8...12)
    #expect(FigureRounding.andMore(unit: 10).interval(of: 30) == 31...39)
  }

  @Test func `the share of demands resolved is 961 thousandths`() {
    #expect(PublishedFigure.resolvedPerMille == 961)
    #expect(Rate(numerator: 49_000, denominator: 51_000).perMille == 961)
    #expect(Rate(numerator: 1, denominator: 2_000).perMille == 1)
    #expect(Rate(numerator: 0, denominator: 0).perMille == nil)
    #expect(PublishedFigure.resolvedPerMilleInterval() == 941...981)
  }

  @Test(arguments: ["1", "0.5", "0.1", "0.02", "0.01", "0.005"])
  func `whatever is planned within an interval lies in it when both are scaled`(text: String) throws {
    let scale = try DemonstrationScale(text)
    for figure in Self.figures {
      for target in figure.interval() {
        let planned = scale.planned(target)
        guard figure.agrees(with: planned, at: scale) else {
          Issue.record("\(figure.key): \(target) becomes \(planned), outside \(figure.interval(at: scale))")
          return
        }
      }
    }
  }

  @Test func `the parts' plans add up to a sum within its interval at every scale`() throws {
    for thousandths in 5...1_000 {
      let scale = try DemonstrationScale(
        thousandths == 1_000 ? "1" : "0." + String(String(1_000 + thousandths).dropFirst())
      )
      let sum = scale.planned(464) + scale.planned(105)
      #expect(PublishedFigure.firmsCovered.agrees(with: sum, at: scale), "\(thousandths) thousandths: \(sum)")
    }
  }

  @Test(arguments: ["1", "0.5", "0.1", "0.02", "0.01"])
  func `the planned share lies in its interval at every scale`(text: String) throws {
    let scale = try DemonstrationScale(text)
    let share = try #require(
      Rate(numerator: scale.planned(49_000), denominator: scale.planned(51_000)).perMille
    )
    #expect(PublishedFigure.resolvedPerMilleInterval(at: scale).contains(share))
  }

  /// Computed by hand: 1,201 × 0.02 = 24.02, 1,299 × 0.02 = 25.98, and so on.
  @Test func `intervals at a fiftieth`() throws {
    let scale = try DemonstrationScale("0.02")
    #expect(PublishedFigure.receptionDays.interval(at: scale) == 24...26)
    #expect(PublishedFigure.demands.interval(at: scale) == 1_010...1_030)
    #expect(PublishedFigure.demandsResolved.interval(at: scale) == 970...990)
    #expect(PublishedFigure.firmsWithOrganisation.interval(at: scale) == 9...10)
    #expect(PublishedFigure.firmsWithInstructor.interval(at: scale) == 2...3)
    #expect(scale.planned(464) == 9)
    #expect(scale.planned(105) == 2)
    #expect(scale.planned(3) == 1)
    #expect(scale.planned(0) == 0)
  }

  @Test func `nothing at all never agrees with a figure`() throws {
    let scale = try DemonstrationScale("0.005")
    for figure in Self.figures { #expect(!figure.agrees(with: 0, at: scale), "\(figure.key)") }
  }

  @Test(arguments: [
    "", ".", "0", "0.0", "-1", "1.1", "2", "0.004999", "1e-2", "0.0200000", "0.02x", "0,02", "NaN", ".5", "1.",
  ])
  func `other scales are refused`(text: String) {
    #expect(throws: DemonstrationScaleError(text: text)) { try DemonstrationScale(text) }
  }

  @Test(arguments: [("1", 1_000_000), ("1.0", 1_000_000), ("0.02", 20_000), ("0.005", 5_000), ("0.123456", 123_456)])
  func `scales are exact`(text: String, millionths: Int) throws {
    #expect(try DemonstrationScale(text).millionths == millionths)
  }
}
