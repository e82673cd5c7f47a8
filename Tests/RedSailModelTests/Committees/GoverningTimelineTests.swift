internal import RedSailModel
internal import Testing

@Suite("One governing body per compound at any time")
struct GoverningTimelineTests {
  private func body(_ name: String, _ kind: GoverningBodyKind, _ from: String?, _ to: String?) throws -> GoverningBody {
    GoverningBody(name: name, kind: kind, period: try RuleFixture.period(from, to))
  }

  @Test func `the community's committee acts wherever no committee serves`() throws {
    let timeline = try GoverningTimeline(
      [
        body("环物委", .environmentCommittee, "2019-01-01", nil),
        body("一届", .ownersCommittee, "2020-01-01", "2023-01-01"),
        body("物管会", .managementCommittee, "2023-06-01", "2024-01-01"),
        body("二届", .ownersCommittee, "2024-01-01", "2029-01-01"),
      ],
      during: RuleFixture.period("2018-01-01", nil)
    )
    let names = timeline.segments.map { $0.body?.name ?? "-" }
    #expect(names == ["-", "环物委", "一届", "环物委", "物管会", "二届", "环物委"])
    let starts = timeline.segments.map { $0.period.start?.description ?? ".." }
    #expect(
      starts == ["2018-01-01", "2019-01-01", "2020-01-01", "2023-01-01", "2023-06-01", "2024-01-01", "2029-01-01"]
    )
    #expect(try timeline.gaps == [RuleFixture.period("2018-01-01", "2019-01-01")])
    #expect(timeline.segments.last?.period.end == nil)
    #expect(timeline.body(on: try CivilDate("2022-12-31"))?.name == "一届")
    #expect(timeline.body(on: try CivilDate("2023-01-01"))?.name == "环物委")
    #expect(timeline.body(on: try CivilDate("2017-12-31")) == nil)
  }

  @Test func `two committees at one time are refused by name`() throws {
    let first = try body("业委会", .ownersCommittee, "2020-01-01", "2023-01-01")
    let second = try body("物管会", .managementCommittee, "2022-12-31", nil)
    let error = #expect(throws: GoverningOverlap.self) {
      try GoverningTimeline([first, second], during: RuleFixture.period("2020-01-01", nil))
    }
    #expect(error?.existing == first)
    #expect(error?.new == second)
    #expect(try error?.common == RuleFixture.period("2022-12-31", "2023-01-01"))
    #expect(error?.english.contains("业委会") == true && error?.english.contains("物管会") == true)
    #expect(error?.chinese.contains("业委会") == true && error?.chinese.contains("物管会") == true)
    let next = try body("物管会", .managementCommittee, "2023-01-01", nil)
    #expect(throws: Never.self) { try GoverningTimeline.checkOverlap(of: next, with: [first]) }
    let community = try body("环物委", .environmentCommittee, nil, nil)
    #expect(throws: Never.self) { try GoverningTimeline.checkOverlap(of: community, with: [first, next]) }
    let other = try body("环物委二", .environmentCommittee, "2022-01-01", nil)
    #expect(throws: GoverningOverlap.self) { try GoverningTimeline.checkOverlap(of: other, with: [community]) }
  }

  @Test func `a compound without any body is one gap`() throws {
    let span = try RuleFixture.period(nil, nil)
    #expect(try GoverningTimeline([], during: span).gaps == [span])
    #expect(try GoverningTimeline([], during: RuleFixture.period("2025-01-01", "2025-01-01")).segments.isEmpty)
  }

  // MARK: Random histories against a count of every day

  static let epoch = CivilDate(daysSinceEpoch: 20_000)
  static let days = 0..<100

  private static func randomPeriod(_ random: inout SeededGenerator) -> DatePeriod {
    let start = Int.random(in: -5..<100, using: &random)
    let end = start + Int.random(in: 0..<40, using: &random)
    return DatePeriod(
      from: Int.random(in: 0..<12, using: &random) == 0 ? nil : epoch.advanced(byDays: start),
      to: Int.random(in: 0..<12, using: &random) == 0 ? nil : epoch.advanced(byDays: end)
    )
  }

  /// Who serves on a day, by looking at both ends only.
  private static func serving(_ bodies: [GoverningBody], _ day: CivilDate) -> [GoverningBody] {
    bodies.filter { body in
      if let start = body.period.start, day < start { return false }
      if let end = body.period.end, day >= end { return false }
      // A period that ends before it starts has no day.
      return true
    }
  }

  @Test(arguments: 0..<400)
  func `a timeline agrees with a count of every day`(seed: Int) throws {
    var random = SeededGenerator(state: UInt64(seed))
    let bodies = (0..<Int.random(in: 0...5, using: &random)).map { index in
      GoverningBody(
        name: "body\(index)",
        kind: GoverningBodyKind.allCases.randomElement(using: &random) ?? .ownersCommittee,
        period: Self.randomPeriod(&random)
      )
    }
    // All edges lie within these days, so that a clash anywhere is a clash on one of them.
    let clash = (-50..<200).contains { offset in
      let serving = Self.serving(bodies, Self.epoch.advanced(byDays: offset))
      let own = serving.count { $0.kind != .environmentCommittee }
      return own > 1 || serving.count - own > 1
    }
    let span = DatePeriod(
      from: seed.isMultiple(of: 7) ? nil : Self.epoch,
      to: seed.isMultiple(of: 5) ? nil : Self.epoch.advanced(byDays: Self.days.upperBound)
    )
    guard !clash else {
      let error = #expect(throws: GoverningOverlap.self) { try GoverningTimeline(bodies, during: span) }
      let named = [error?.existing, error?.new].compactMap(\.self)
      let together = (-50..<200).contains { offset in
        Self.serving(named, Self.epoch.advanced(byDays: offset)).count == 2
      }
      #expect(together)
      return
    }
    let timeline = try GoverningTimeline(bodies, during: span)
    for offset in -20..<150 {
      let day = Self.epoch.advanced(byDays: offset)
      let holding = timeline.segments.filter {
        Self.serving([GoverningBody(name: "", kind: .ownersCommittee, period: $0.period)], day).count == 1
      }
      let isInside = (span.start.map { day >= $0 } ?? true) && (span.end.map { day < $0 } ?? true)
      #expect(holding.count == (isInside ? 1 : 0), "day \(offset)")
      let serving = Self.serving(bodies, day)
      let expected = serving.first { $0.kind != .environmentCommittee } ?? serving.first
      #expect(timeline.body(on: day) == (isInside ? expected : nil), "day \(offset)")
    }
    for (left, right) in zip(timeline.segments, timeline.segments.dropFirst()) {
      #expect(left.period.end == right.period.start)
      #expect(left.body != right.body)
    }
    #expect(timeline.segments.first?.period.start == span.start)
    #expect(timeline.segments.last?.period.end == span.end)
  }
}
