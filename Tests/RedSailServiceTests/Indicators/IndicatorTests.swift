internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import Testing

@testable internal import RedSailService

/// The indicator tree: its shape, and how it stands.
@Suite struct IndicatorTests {
  private static func name(_ id: String) -> String { "\(TestCity.name)/indicators/\(id)" }

  @discardableResult
  private func create(
    _ city: TestCity,
    _ code: String,
    below parent: String = "",
    _ change: (inout Indicator) -> Void = { _ in }
  ) async throws -> Indicator {
    var indicator = Indicator.with {
      $0.division = "\(TestCity.name)/divisions/370800"
      $0.displayName = "指标 \(code)"
      $0.code = code
      $0.parentIndicator = parent.isEmpty ? "" : Self.name(parent)
    }
    change(&indicator)
    return try await IndicatorServiceClient(city.channel).createIndicator(
      .with {
        $0.parent = TestCity.name
        $0.indicatorID = "i" + code.filter { $0 != "." }
        $0.indicator = indicator
      }
    )
  }

  private static func measure(_ indicator: inout Indicator) {
    indicator.report = "firm_coverage"
    indicator.figure = "firms_covered"
    indicator.target = .with {
      $0.value = 100
      $0.direction = .atLeast
    }
  }

  @Test func theArticlesTreeIsLoadedThroughTheAPI() async throws {
    let city = try await TestCity()
    let nodes = IndicatorTemplate.article
    var loaded: [Indicator] = []
    for node in nodes {
      loaded.append(
        try await create(city, node.code, below: node.parent.map { "i" + $0 } ?? "") {
          $0.displayName = node.name
          $0.position = node.position
          $0.responsibleRoles = node.roles.map { .init(rawValue: $0.rawValue) }
          guard let measure = node.measure else { return }
          $0.report = measure.report
          $0.figure = measure.figure
          $0.target = .with {
            $0.value = measure.least
            $0.unit = measure.unit
            $0.direction = .atLeast
          }
        }
      )
    }
    let leaves = nodes.filter { $0.measure != nil }
    #expect(leaves.count == 19)
    let groups = Dictionary(grouping: leaves) { $0.parent ?? "" }.mapValues(\.count)
    #expect(groups == ["1": 1, "4": 4, "3": 3, "6": 6, "5": 5])
    #expect(Set(nodes.flatMap(\.roles)).count == 4)

    let tree = IndicatorTree(loaded.shuffled(), on: try CivilDate("2026-01-31"))
    let coverage = IndicatorTree.Figure(report: "firm_coverage", figure: "firms_covered")
    let hazards = IndicatorTree.Figure(report: "hazards", figure: "hazards_remedied")
    let results = tree.results([coverage: 100, hazards: 89.9])
    #expect(results.map(\.indicator?.code) == nodes.map(\.code))
    #expect(results.first?.targetCount == 19)
    #expect(results.first?.reachedCount == 1)
    let byCode = Dictionary(results.map { ($0.indicator?.code ?? "", $0) }, uniquingKeysWith: { $1 })
    #expect(byCode["1.1"]?.reached == true)
    #expect(byCode["6.6"]?.reached == false)
    #expect(byCode["6.6"]?.value == 89.9)
    // What could not be measured is neither.
    #expect(byCode["5.5"]?.value == nil)
    #expect(byCode["5.5"]?.reached == nil)
    #expect(byCode["6"]?.targetCount == 6)
    #expect(byCode["6"]?.value == nil)
  }

  @Test func onlyLeavesAreMeasured() async throws {
    let city = try await TestCity()
    try await create(city, "1")
    try await create(city, "1.1", below: "i1", Self.measure)
    let below = try await expectRefusal(.failedPrecondition, "INVALID_PARENT") {
      try await create(city, "1.1.1", below: "i11")
    }
    #expect(below?.fields == ["indicator.parent_indicator": "INVALID_PARENT"])
    let branch = try await expectRefusal(.failedPrecondition, "INVALID_PARENT") {
      var changed = Indicator.with { $0.name = Self.name("i1") }
      Self.measure(&changed)
      return try await IndicatorServiceClient(city.channel).updateIndicator(.with { $0.indicator = changed })
    }
    #expect(branch?.fields == ["indicator.report": "INVALID_PARENT"])
    try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await create(city, "2") { $0.target = .with { $0.direction = .atMost } }
    }
  }

  @Test(arguments: [("no_report", "firms_covered", "report"), ("firm_coverage", "no_figure", "figure")])
  func aLeafIsMeasuredByAFigureThatThereIs(report: String, figure: String, field: String) async throws {
    let city = try await TestCity()
    let refused = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await create(city, "1") {
        $0.report = report
        $0.figure = figure
      }
    }
    #expect(refused?.fields == ["indicator.\(field)": "INVALID_FIELD"])
  }

  @Test func aTreeHasNoCircle() async throws {
    let city = try await TestCity()
    try await create(city, "1")
    try await create(city, "1.1", below: "i1")
    try await create(city, "1.1.1", below: "i11")
    for parent in ["i1", "i11", "i111"] {
      try await expectRefusal(.failedPrecondition, "INVALID_PARENT") {
        try await IndicatorServiceClient(city.channel).updateIndicator(
          .with {
            $0.indicator = .with {
              $0.name = Self.name("i1")
              $0.parentIndicator = Self.name(parent)
            }
          }
        )
      }
    }
    try await expectRefusal(.failedPrecondition, "STILL_REFERENCED") {
      try await IndicatorServiceClient(city.channel).deleteIndicator(.with { $0.name = Self.name("i11") })
    }
  }

  @Test func aCodeStandsForOneNodeOnADay() async throws {
    let city = try await TestCity()
    try await create(city, "1.2") { $0.validTo = CalendarDate("2026-01-01") }
    try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") { try await create(city, "13") { $0.code = "1.2" } }
    try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await create(city, "12.0") {
        $0.code = "1.2"
        $0.validFrom = CalendarDate("2025-12-31")
      }
    }
    try await create(city, "12.0") {
      $0.code = "1.2"
      $0.validFrom = CalendarDate("2026-01-01")
    }
  }

  @Test func theTreeIsThatOfItsDay() throws {
    let day = try CivilDate("2026-01-31")
    func node(_ id: String, below parent: String = "", _ change: (inout Indicator) -> Void = { _ in }) -> Indicator {
      var node = Indicator.with {
        $0.name = Self.name(id)
        $0.code = id
        $0.parentIndicator = parent.isEmpty ? "" : Self.name(parent)
        Self.measure(&$0)
      }
      change(&node)
      return node
    }
    let tree = IndicatorTree(
      [
        node("ended") { $0.validTo = CalendarDate("2026-01-31") },
        node("orphan", below: "ended"),
        node("later") { $0.target?.year = 2027 },
        node("lower") { $0.target?.direction = .atMost },
        node("equal") { $0.target?.direction = .exactly },
      ],
      on: day
    )
    let figure = IndicatorTree.Figure(report: "firm_coverage", figure: "firms_covered")
    #expect(tree.figures == [figure])
    let results = tree.results([figure: 99.5])
    #expect(results.map(\.indicator?.code) == ["equal", "later", "lower", "orphan"])
    #expect(results.map(\.reached) == [false, nil, true, false])
    #expect(tree.results([figure: 100]).map(\.reached) == [true, nil, true, true])
  }
}
