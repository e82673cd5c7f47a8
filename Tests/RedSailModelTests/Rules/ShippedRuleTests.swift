internal import RedSailModel
internal import Testing

@Suite("Rule parameters that ship")
struct ShippedRuleTests {
  /// What the statutes say: nation (Guiyang), Shandong outside both cities (Jinan), Jining, Rizhao.
  @Test(arguments: [
    (RuleParameter.committeeSizeMinimum, "5", "5", "5", "3"),
    (.committeeSizeMaximum, "11", "11", "11", "11"),
    (.committeeSizeOdd, "true", "true", "true", "true"),
    (.committeeTermMaximumYears, "5", "5", "5", "5"),
    (.committeeReelectionDays, "90", "90", "90", "60"),
    (.committeeFilingDays, "30", "30", "30", "30"),
    (.committeeChangeFilingDays, "30", "30", "30", "15"),
    (.committeeMinimumPartyPercent, "0", "0", "60", "0"),
    (.electionParticipation, "2/3", "2/3", "2/3", "2/3"),
    (.electionOrdinary, "1/2", "1/2", "1/2", "1/2"),
    (.electionSpecial, "3/4", "3/4", "3/4", "3/4"),
    (.contractFilingDays, "10", "10", "10", "10"),
    (.creditGradeAAA, "85", "85", "85", "85"),
    (.creditGradeB, "60", "60", "60", "60"),
    (.ticketDefaultWorkingDays, "5", "5", "5", "5"),
    (.ticketReturnMaximumWorkingDays, "2", "2", "2", "2"),
    (.ticketExtensionMaximumWorkingDays, "10", "10", "10", "10"),
    (.memberActivistToTargetMonths, "12", "12", "12", "12"),
    (.memberProbationMonths, "12", "12", "12", "12"),
    (.organisationBranchMinimumMembers, "3", "3", "3", "3"),
    (.organisationGeneralBranchMinimumMembers, "51", "51", "51", "51"),
    (.organisationCommitteeMinimumMembers, "101", "101", "101", "101"),
  ])
  func `each place has the law's value`(
    parameter: RuleParameter,
    nation: String,
    shandong: String,
    jining: String,
    rizhao: String
  ) throws {
    let day = try CivilDate("2025-06-30")
    let chains = [["520103", "520100"], ["370102", "370100"], RuleFixture.jining, RuleFixture.rizhao]
    let values = chains.map { RuleTable.shipped.resolve(parameter, divisions: $0, on: day).quantity.description }
    #expect(values == [nation, shandong, jining, rizhao])
  }

  @Test func `a value says where it is from`() throws {
    let day = try CivilDate("2025-06-30")
    let rizhao = RuleTable.shipped.resolve(.committeeReelectionDays, divisions: RuleFixture.rizhao, on: day)
    #expect(rizhao.division == "371100")
    #expect(rizhao.source.contains("日照市物业管理条例"))
    let jining = RuleTable.shipped.resolve(.contractFilingDays, divisions: RuleFixture.jining, on: day)
    #expect(jining.division == "370000")
    #expect(jining.source.contains("五十七条"))
    let vote = RuleTable.shipped.resolve(.electionSpecial, divisions: RuleFixture.jining, on: day)
    #expect(vote.division == RuleValue.nation)
    #expect(vote.source.contains("二百七十八条"))
  }

  @Test func `the sixty percent hold since the parameter began`() throws {
    let before = try CivilDate("2020-12-31")
    let chain = RuleFixture.jining
    #expect(RuleTable.shipped.resolve(.committeeMinimumPartyPercent, divisions: chain, on: before).integer == 0)
    let first = before.advanced(byDays: 1)
    #expect(RuleTable.shipped.resolve(.committeeMinimumPartyPercent, divisions: chain, on: first).integer == 60)
  }

  @Test func `every shipped value passes the checks of a loaded one`() throws {
    let national = RuleParameter.allCases.map(\.nationalValue)
    for value in national + RuleParameter.regionalValues {
      let checked = try RuleValue(
        value.parameter,
        value.quantity,
        division: value.division,
        period: value.period,
        source: value.source
      )
      #expect(checked == value)
    }
    #expect(throws: Never.self) { try RuleTable(RuleParameter.regionalValues) }
  }

  @Test func `keys and names are distinct`() throws {
    #expect(Set(RuleParameter.allCases.map(\.definition.english)).count == RuleParameter.allCases.count)
    #expect(Set(RuleParameter.allCases.map(\.definition.chinese)).count == RuleParameter.allCases.count)
    #expect(try RuleParameter(key: "committee.size.minimum") == .committeeSizeMinimum)
    #expect(throws: RuleValueError.unknownKey("committee.size")) { try RuleParameter(key: "committee.size") }
  }
}
