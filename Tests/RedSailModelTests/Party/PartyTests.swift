internal import RedSailModel
internal import Testing

@Suite("Party coverage and party ratio")
struct PartyTests {
  @Test func `every firm of the article is covered once`() {
    let firms =
      (0..<464).map { FirmCoverage(hasOrganisation: true, hasInstructor: $0 < 20) }
      + (0..<105).map { _ in FirmCoverage(hasOrganisation: false, hasInstructor: true) }
    let coverage = PartyCoverage(firms)
    #expect(coverage.organisation == 464)
    #expect(coverage.instructor == 105)
    #expect(coverage.rate == Rate(numerator: 569, denominator: 569))
    #expect(coverage.rate.perMille == 1_000)
  }

  @Test func `a firm with neither is a gap`() {
    let coverage = PartyCoverage([.organisation, FirmCoverage(hasOrganisation: false, hasInstructor: false)])
    #expect(coverage.uncovered == 1)
    #expect(coverage.rate.perMille == 500)
    #expect(PartyCoverage([FirmCoverage]()).rate.perMille == nil)
  }

  @Test(arguments: [(3, 2), (5, 3), (7, 5), (9, 6), (11, 7), (0, 0), (1, 1), (10, 6)])
  func `sixty percent of the seats, counted in whole members`(seats: Int, members: Int) {
    #expect(PartyRatio.jining.leastMembers(of: seats) == members)
    #expect(PartyRatio.jining.isReached(partyMembers: members, of: seats))
    #expect(seats == 0 || !PartyRatio.jining.isReached(partyMembers: members - 1, of: seats))
  }

  @Test func `the percentage is a parameter`() {
    #expect(PartyRatio(percent: 50).leastMembers(of: 5) == 3)
    #expect(PartyRatio(percent: 100).leastMembers(of: 5) == 5)
    #expect(PartyRatio(percent: 0).leastMembers(of: 5) == 0)
    #expect(PartyRatio(percent: 130).leastMembers(of: 5) == 5)
  }
}
