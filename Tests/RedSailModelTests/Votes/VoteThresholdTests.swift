internal import RedSailModel
internal import Testing

@Suite("Vote thresholds (Civil Code §278)")
struct VoteThresholdTests {
  let rules: VoteRules

  init() throws {
    rules = VoteRules(divisions: RuleFixture.jining, on: try CivilDate("2025-06-30"))
  }

  /// Both measures with the same share.
  private func both(_ part: Int64, _ whole: Int64) -> DoubleShare {
    DoubleShare(area: Share(part, of: whole), heads: Share(part, of: whole))
  }

  /// The least whole number that is two thirds or more, more than half, three quarters or more, found without fractions.
  @Test func `whole numbers at the edges, up to two hundred owners`() {
    for whole in Int64(1)...200 {
      let twoThirds = (2 * whole + 2) / 3
      let overHalf = whole / 2 + 1
      let threeQuarters = (3 * whole + 3) / 4
      #expect(rules.hasQuorum(both(twoThirds, whole)), "2/3 of \(whole)")
      #expect(!rules.hasQuorum(both(twoThirds - 1, whole)), "2/3 of \(whole)")
      #expect(rules.carries(both(overHalf, whole), .ordinary) == (overHalf <= whole), "1/2 of \(whole)")
      #expect(!rules.carries(both(overHalf - 1, whole), .ordinary), "1/2 of \(whole)")
      #expect(rules.carries(both(threeQuarters, whole), .special), "3/4 of \(whole)")
      #expect(!rules.carries(both(threeQuarters - 1, whole), .special), "3/4 of \(whole)")
    }
  }

  /// Areas in hundredths of m²: 90 m² are 9,000.
  @Test(arguments: [
    // total, participating, in favour, outcome of an ordinary decision, of a special one
    (Int64(9_000), Int64(6_000), Int64(3_001), VoteOutcome.carried, VoteOutcome.notCarried),
    (9_000, 6_000, 3_000, .notCarried, .notCarried),
    (9_000, 6_000, 4_500, .carried, .carried),
    (9_000, 6_000, 4_499, .carried, .notCarried),
    (9_000, 5_999, 5_999, .noQuorum, .noQuorum),
    (10_000, 6_666, 6_666, .noQuorum, .noQuorum),
    (10_000, 6_667, 3_333, .notCarried, .notCarried),
    (10_000, 6_667, 3_334, .carried, .notCarried),
    (10_000, 6_667, 5_001, .carried, .carried),
    (10_000, 6_667, 5_000, .carried, .notCarried),
    (0, 0, 0, .noQuorum, .noQuorum),
  ])
  func `an outcome at its edges`(
    total: Int64,
    participating: Int64,
    inFavour: Int64,
    ordinary: VoteOutcome,
    special: VoteOutcome
  ) {
    let participation = both(participating, total)
    let approval = both(inFavour, participating)
    #expect(rules.outcome(participation: participation, approval: approval, .ordinary) == ordinary)
    #expect(rules.outcome(participation: participation, approval: approval, .special) == special)
  }

  @Test func `area and heads must both reach the threshold`() {
    let enough = Share(2, of: 3)
    let less = Share(65, of: 100)
    #expect(rules.hasQuorum(DoubleShare(area: enough, heads: enough)))
    #expect(!rules.hasQuorum(DoubleShare(area: enough, heads: less)))
    #expect(!rules.hasQuorum(DoubleShare(area: less, heads: enough)))
    let half = Share(1, of: 2)
    #expect(!rules.carries(DoubleShare(area: Share(99, of: 100), heads: half), .ordinary))
    #expect(!rules.carries(DoubleShare(area: half, heads: Share(99, of: 100)), .ordinary))
    #expect(!rules.carries(DoubleShare(area: Share(3, of: 4), heads: Share(74, of: 100)), .special))
    #expect(!rules.carries(DoubleShare(area: Share(74, of: 100), heads: Share(3, of: 4)), .special))
  }

  /// A million units of 10^12 hundredths of m²: the products pass 2^63.
  @Test func `areas do not overflow`() {
    let total: Int64 = 1_000_000 * Electorate.areaLimit
    // A third of 10^18 is not whole: 666,666,666,666,666,667 is the least.
    #expect(rules.hasQuorum(both(666_666_666_666_666_667, total)))
    #expect(!rules.hasQuorum(both(666_666_666_666_666_666, total)))
    #expect(rules.carries(both(750_000_000_000_000_000, total), .special))
    #expect(!rules.carries(both(749_999_999_999_999_999, total), .special))
    #expect(!rules.carries(both(500_000_000_000_000_000, total), .ordinary))
    #expect(rules.carries(both(500_000_000_000_000_001, total), .ordinary))
    #expect(rules.hasQuorum(both(.max, .max)))
  }

  @Test func `a city's own threshold is applied`() throws {
    let half = try #require(Fraction(1, over: 2))
    let table = try RuleTable([
      RuleValue(
        .electionParticipation,
        .fraction(half),
        division: "370800",
        period: DatePeriod(from: nil, to: nil),
        source: "test"
      )
    ])
    let own = VoteRules(table, divisions: RuleFixture.jining, on: try CivilDate("2025-06-30"))
    #expect(own.hasQuorum(both(1, 2)))
    #expect(!rules.hasQuorum(both(1, 2)))
  }
}
