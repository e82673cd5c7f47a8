internal import RedSailModel
internal import Testing

@Suite("Member development (发展党员)")
struct MemberPipelineTests {
  typealias Entry = MemberPipeline.Entry

  let rules: MemberRules

  init() throws {
    rules = MemberRules(divisions: RuleFixture.jining, on: try CivilDate("2025-06-30"))
  }

  private func pipeline(_ days: String..., left: String? = nil) throws -> MemberPipeline {
    let entries = try zip(MemberStage.allCases, days).map { Entry($0, on: try CivilDate($1)) }
    return try MemberPipeline(entries, left: left.map { try CivilDate($0) }, rules: rules)
  }

  private func refusal(_ body: () throws -> Void) -> MemberRefusal? {
    do {
      try body()
      return nil
    } catch {
      return error as? MemberRefusal
    }
  }

  @Test func `an application to full membership takes two years at least`() throws {
    let whole = try pipeline("2023-01-10", "2023-03-01", "2024-03-01", "2024-04-01", "2025-04-01")
    #expect(whole.stage == .fullMember)
    #expect(whole.earliestNext(rules: rules) == nil)
    #expect(whole.stage(on: try CivilDate("2024-03-31")) == .developmentTarget)
    #expect(whole.stage(on: try CivilDate("2023-01-09")) == nil)
    #expect(whole.stage(on: try CivilDate("2030-01-01")) == .fullMember)
  }

  /// A year by the calendar: the same day of the next year, or 28 February.
  @Test(arguments: [
    ("2023-03-01", "2024-02-29", "2024-03-01"), ("2024-02-29", "2025-02-27", "2025-02-28"),
    ("2023-02-28", "2024-02-27", "2024-02-28"), ("2024-12-31", "2025-12-30", "2025-12-31"),
    ("2025-01-01", "2025-12-31", "2026-01-01"),
  ])
  func `an activist is trained for a year, and probation lasts one`(start: String, early: String, inTime: String) throws
  {
    let first = try CivilDate(inTime)
    #expect(try pipeline("2020-01-01", start).earliestNext(rules: rules) == first)
    #expect(throws: Never.self) { try pipeline("2020-01-01", start, inTime) }
    guard case .tooEarly(let breach) = refusal({ _ = try pipeline("2020-01-01", start, early) }) else {
      Issue.record("development target on \(early)")
      return
    }
    #expect(breach.parameter == .memberActivistToTargetMonths)
    #expect(breach.english.contains(inTime) && breach.chinese.contains(inTime))
    let probation = ["2020-01-01", "2020-01-01", "2021-01-01", start]
    func whole(_ last: String) throws {
      _ = try pipeline(probation[0], probation[1], probation[2], probation[3], last)
    }
    #expect(throws: Never.self) { try whole(inTime) }
    guard case .tooEarly(let breach) = refusal({ try whole(early) }) else {
      Issue.record("full member on \(early)")
      return
    }
    #expect(breach.parameter == .memberProbationMonths)
  }

  @Test func `no stage is skipped or repeated`() throws {
    let day = try CivilDate("2030-01-01")
    for (index, stage) in MemberStage.allCases.enumerated() {
      let days = ["2020-01-01", "2020-01-01", "2021-01-01", "2021-01-01", "2022-01-01"]
      let entries = try zip(MemberStage.allCases, days).prefix(index + 1).map { Entry($0, on: try CivilDate($1)) }
      let reached = try MemberPipeline(entries, rules: rules)
      let expected = index < 4 ? MemberStage.allCases[index + 1] : nil
      for other in MemberStage.allCases {
        var copy = reached
        let refused = refusal { try copy.advance(to: other, on: day, rules: rules) }
        #expect(refused == (other == expected ? nil : .stage(expected: expected, came: other)), "\(stage) to \(other)")
      }
    }
    #expect(
      refusal { _ = try MemberPipeline([Entry(.activist, on: day)], rules: rules) }
        == .stage(expected: .applicant, came: .activist)
    )
  }

  @Test func `dates are in order`() throws {
    let last = Entry(.applicant, on: try CivilDate("2024-05-01"))
    let before = try CivilDate("2024-04-30")
    #expect(refusal { _ = try pipeline("2024-05-01", "2024-04-30") } == .beforeLast(day: before, last: last))
    #expect(refusal { _ = try pipeline("2024-05-01", left: "2024-04-30") } == .beforeLast(day: before, last: last))
    #expect(throws: Never.self) { try pipeline("2024-05-01", "2024-05-01") }
  }

  @Test func `whoever left the pipeline goes no further`() throws {
    var left = try pipeline("2023-01-01", "2023-02-01", left: "2023-06-01")
    let day = try CivilDate("2023-06-01")
    #expect(left.stage(on: day) == nil)
    #expect(left.stage(on: day.advanced(byDays: -1)) == .activist)
    #expect(left.earliestNext(rules: rules) == nil)
    #expect(
      refusal { try left.advance(to: .developmentTarget, on: CivilDate("2025-01-01"), rules: rules) } == .left(on: day)
    )
    #expect(refusal { try left.leave(on: day) } == .left(on: day))
  }

  /// 3 for a branch, more than 50 for a general branch, more than 100 for a committee; they warn.
  @Test(arguments: [
    (OrganisationForm.branch, 3), (.jointBranch, 3), (.generalBranch, 51), (.committee, 101),
  ])
  func `organisations are warned of below their size`(form: OrganisationForm, least: Int) throws {
    let day = try CivilDate("2025-06-30")
    #expect(form.sizeWarning(fullMembers: least, divisions: RuleFixture.jining, on: day) == nil)
    let warning = try #require(form.sizeWarning(fullMembers: least - 1, divisions: RuleFixture.jining, on: day))
    #expect(warning.parameter == form.sizeParameter)
    #expect(warning.came == "\(least - 1)")
  }

  /// ⌈60 % of the seats⌉, written out.
  @Test(arguments: zip(3...11, [2, 3, 3, 4, 5, 5, 6, 6, 7]))
  func `least party members for three to eleven seats`(seats: Int, least: Int) {
    #expect(PartyRatio.jining.leastMembers(of: seats) == least)
    #expect(PartyRatio.jining.isReached(partyMembers: least, of: seats))
    #expect(!PartyRatio.jining.isReached(partyMembers: least - 1, of: seats))
  }
}
