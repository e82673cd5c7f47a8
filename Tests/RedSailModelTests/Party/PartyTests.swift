internal import RedSailModel
internal import Testing

@Suite("Party ratio")
struct PartyTests {
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
