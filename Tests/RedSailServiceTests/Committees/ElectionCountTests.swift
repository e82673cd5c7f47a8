internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Ballots and totals of elections, at the edges of Civil Code art. 278.
@Suite struct ElectionCountTests {
  private static let place = Place.jining

  /// The ballots of units, each for the first so many of the candidates and against the others.
  private static func ballots(_ votes: [(unit: Int, inFavour: Int)], candidates: Int = 5) -> [RedSailAPI.Ballot] {
    votes.map { vote in
      .with {
        $0.unit = place.unit(vote.unit)
        $0.candidates = (1...candidates).map { number in
          .with {
            $0.candidate = place.candidate(number)
            $0.choice = number <= vote.inFavour ? .for : .against
          }
        }
      }
    }
  }

  private static func count(_ service: TestService, _ ballots: [RedSailAPI.Ballot], partyMembers: Int32 = 0)
    async throws
    -> Election
  {
    try await service.committees.countElectionBallots(
      .with {
        $0.name = place.election()
        $0.countDate = CalendarDate(2025, 3, 8)
        $0.ballots = ballots
        $0.partyMemberCount = partyMembers
      }
    )
  }

  /// Units, those that vote, and whether two thirds of area and of heads took part.
  private static let participations: [([(Int64, String)], [Int], Bool)] = [
    // Exactly two thirds of both: "以上" includes the number (art. 1259).
    ([(100_00, "a"), (100_00, "b"), (100_00, "c")], [1, 2], true),
    // A hundredth of a square metre less than two thirds of the area.
    ([(100_00, "a"), (100_00, "b"), (100_01, "c")], [1, 2], false),
    ([(100_00, "a"), (100_01, "b"), (100_00, "c")], [1, 2], true),
    // Enough area, too few heads: one owner of four units is one head of three.
    ([(100_00, "a"), (100_00, "a"), (100_00, "a"), (100_00, "a"), (50_00, "b"), (50_00, "c")], [1, 2, 3, 4], false),
    ([(100_00, "a"), (100_00, "a"), (100_00, "a"), (100_00, "a"), (50_00, "b"), (50_00, "c")], [1, 2, 3, 4, 5], true),
    // The developer's unsold units are one head together; that key of an owner is another person.
    ([(100_00, "*"), (100_00, "*"), (100_00, "developer"), (100_00, "d")], [1, 2, 3], true),
    ([(100_00, "*"), (100_00, "*"), (100_00, "developer"), (100_00, "d")], [1, 2], false),
    // Units whose owner is not known are a head each.
    ([(100_00, ""), (100_00, ""), (100_00, "")], [1, 2], true),
    // An owner takes part by one unit of two: the head counts, the other unit's area does not.
    ([(100_00, "a"), (300_00, "a"), (100_00, "b")], [1, 3], false),
  ]

  @Test(arguments: participations.indices)
  func twoThirdsOfAreaAndOfHeadsTakePart(index: Int) async throws {
    let (units, voters, isValid) = Self.participations[index]
    try await TestService.withPlace(Self.place) { service in
      try await service.makeUnits(Self.place, units.map { (area: $0.0, owner: $0.1) })
      try await service.openElection(Self.place)
      let counted = try await Self.count(service, Self.ballots(voters.map { ($0, 5) }))
      #expect(counted.state == .counted && counted.valid == isValid)
      #expect(counted.candidateResults.count(where: \.elected) == (isValid ? 5 : 0))
      #expect(counted.result?.totalAreaHundredths == units.reduce(0) { $0 + $1.0 })
      #expect(counted.result?.participatingAreaHundredths == voters.reduce(0) { $0 + units[$1 - 1].0 })
      let warning = counted.warnings.first { $0.field == "result" }
      #expect((warning == nil) == isValid)
      if let warning {
        #expect(warning.reason == "RULE_BREACHED" && warning.message.contains("election.participation = 2/3"))
        #expect(warning.message.contains("民法典"))
      }
    }
  }

  @Test func overHalfOfThoseWhoTakePart() async throws {
    try await TestService.withPlace(Self.place) { service in
      // Four of five owners vote; the first four candidates have three votes of four, the others exactly half.
      try await service.makeUnits(Self.place, (1...5).map { (area: 100_00, owner: "o\($0)") })
      try await service.openElection(Self.place, candidates: 6)
      let votes = Self.ballots([(1, 5), (2, 5), (3, 4), (4, 0)], candidates: 6)
      let counted = try await Self.count(service, votes)
      let results = Dictionary(uniqueKeysWithValues: counted.candidateResults.map { ($0.candidate, $0) })
      for number in 1...4 { #expect(results[Self.place.candidate(number)]?.elected == true) }
      // Half is not over half.
      let half = results[Self.place.candidate(5)]
      #expect(half?.forHeads == 2 && half?.forAreaHundredths == 200_00 && half?.elected == false && half?.tied == false)
      // Four members are fewer than Shandong's five, and not odd: recorded, and not valid.
      #expect(!counted.valid && counted.state == .counted)
      let broken = counted.warnings.filter { $0.field == "result" }.map(\.message)
      #expect(broken.count == 2)
      #expect(broken.contains { $0.contains("committee.size.minimum = 5 in 370000") })
      #expect(broken.contains { $0.contains("committee.size.odd = true") })
      let filing = try await failure { try await service.file(Self.place) }
      #expect(filing.code == .failedPrecondition && filing.reason == "RESULT_NOT_VALID")
      #expect(filing.metadata["missing"]?.contains("committee.size.minimum") == true)
      let cancelled = try await service.committees.cancelElection(
        .with {
          $0.name = Self.place.election()
          $0.reason = "选举无效，重新组织"
        }
      )
      #expect(cancelled.state == .cancelled)
    }
  }

  @Test func aBallotThatCannotBeCountedIsNamed() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeUnits(place, (1...20).map { (area: 100_00, owner: "o\($0)") })
      try await service.makeElection(place)
      for number in 1...6 {
        try await service.propose(place, number)
        try await service.vet(place, number, number == 6 ? .rejected : .approved)
      }
      let early = try await failure { try await Self.count(service, Self.ballots([(1, 5)])) }
      #expect(early.reason == "ACTION_NOT_ALLOWED" && early.metadata["state"] == "PREPARING")
      _ = try await service.open(place)
      var ballots = Self.ballots((1...20).map { ($0, 5) })
      ballots[17].unit = place.unit(99)
      let unknown = try await failure { try await Self.count(service, ballots) }
      #expect(unknown.code == .invalidArgument && unknown.reason == "INVALID_BALLOT")
      #expect(unknown.fields == ["ballots[17].unit: INVALID_BALLOT"])
      ballots[17].unit = place.unit(3)
      let twice = try await failure { try await Self.count(service, ballots) }
      #expect(twice.fields == ["ballots[17].unit: INVALID_BALLOT"])
      ballots[17].unit = place.unit(18)
      ballots[4].candidates[2].candidate = place.candidate(6)
      let rejected = try await failure { try await Self.count(service, ballots) }
      #expect(rejected.fields == ["ballots[4].candidates[2].candidate: INVALID_BALLOT"])
      ballots[4].candidates[2].candidate = place.candidate(1)
      let repeated = try await failure { try await Self.count(service, ballots) }
      #expect(repeated.fields == ["ballots[4].candidates[2].candidate: INVALID_BALLOT"])
      ballots[4] = Self.ballots([(5, 5)])[0]
      ballots[7].unit = "cities/370800/compounds/k1"
      let shape = try await failure { try await Self.count(service, ballots) }
      #expect(shape.fields == ["ballots[7].unit: INVALID_NAME"])
      ballots[7] = Self.ballots([(8, 0)])[0]
      // A ballot without a word on a candidate abstains from them.
      ballots[8].candidates = []
      let counted = try await Self.count(service, ballots)
      #expect(counted.valid && counted.result?.participatingHeads == 20)
      #expect(counted.candidateResults.allSatisfy { $0.forHeads == 18 && $0.forAreaHundredths == 1_800_00 })
    }
  }

  @Test func noAnswerAndNoFeedRepeatsABallot() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeUnits(place, [(100_00, "a"), (100_00, "b"), (100_00, "c")])
      try await service.openElection(place)
      let start = try await service.feed.listChanges(
        .with {
          $0.parent = place.city
          $0.fromLatest = true
        }
      )
      let counted = try await Self.count(service, Self.ballots([(1, 5), (2, 4), (3, 0)]))
      let after = try await service.feed.listChanges(
        .with {
          $0.parent = place.city
          $0.cursor = start.nextCursor
        }
      )
      #expect(after.changes.map(\.name) == [place.election()])
      for wire in [try counted.serialized(), try after.serialized()] {
        #expect(!String(decoding: wire, as: UTF8.self).contains("/units/"))
      }
      let box = try await service.store.read(.init(city: "370800", scope: .all)) { snapshot in
        try snapshot.side("ballots", subject: place.election())
      }
      let kept = try CountElectionBallotsRequest(serialized: try #require(box).bytes)
      #expect(kept.ballots.map(\.unit) == [place.unit(1), place.unit(2), place.unit(3)])
    }
  }

  @Test func theOwnersDecideBetweenLevelCandidates() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.openElection(place, candidates: 6)
      let counted = try await service.record(place, heads: [70, 69, 68, 67, 50, 50])
      #expect(counted.candidateResults.filter(\.tied).map(\.candidate) == [place.candidate(5), place.candidate(6)])
      #expect(!counted.valid)
      let wrong = try await failure { try await service.file(place) { $0.tieElected = [place.candidate(1)] } }
      #expect(wrong.code == .invalidArgument && wrong.fields == ["tie_elected: INVALID_FIELD"])
      let filed = try await service.file(place) { $0.tieElected = [place.candidate(6)] }
      #expect(filed.state == .filed && filed.valid)
      #expect(filed.candidateResults.filter(\.elected).map(\.candidate).contains(place.candidate(6)))
      let members = try await service.committee(place, "new").members.compactMap(\.person?.reference)
      #expect(Set(members) == ["p-1", "p-2", "p-3", "p-4", "p-6"])
    }
  }

  @Test func paperTotalsAgreeWithThemselves() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.openElection(place)
      let heads: [Int64] = [70, 69, 68, 67, 66]
      func refused(_ change: (inout RecordElectionResultRequest) -> Void) async throws -> [String] {
        try await failure { try await service.record(place, heads: heads, change) }.fields
      }
      #expect(
        try await refused { $0.result?.participatingHeads = 101 } == [
          "result.participating_heads: INVALID_FIELD"
        ]
      )
      #expect(
        try await refused { $0.candidateResults[2].forHeads = 81 } == [
          "candidate_results[2].for_heads: INVALID_FIELD"
        ]
      )
      #expect(try await refused { $0.candidateResults.removeLast() } == ["candidate_results: REQUIRED_FIELD"])
      #expect(
        try await refused { $0.candidateResults[1].candidate = place.candidate(1) } == [
          "candidate_results[1].candidate: INVALID_BALLOT", "candidate_results: REQUIRED_FIELD",
        ]
      )
      #expect(
        try await refused { $0.candidateResults[0].elected = true } == ["candidate_results[1].elected: INVALID_FIELD"]
      )
      #expect(try await refused { $0.countDate = CalendarDate(2025, 2, 28) } == ["count_date: PERIOD_REVERSED"])
      #expect(try await refused { $0.countDate = CalendarDate(2025, 6, 2) } == ["count_date: EVENT_TIME_IN_FUTURE"])
      #expect(try await refused { $0.partyMemberCount = 3 } == ["party_member_count: INVALID_FIELD"])
      let result = try await service.record(place, heads: heads)
      #expect(result.valid && result.partyMemberCount == 5 && result.warnings.isEmpty)
      let stays = try await failure {
        try await service.committees.cancelElection(
          .with {
            $0.name = place.election()
            $0.reason = "不满意"
          }
        )
      }
      #expect(stays.reason == "ACTION_NOT_ALLOWED" && stays.metadata["allowed_actions"] == "file")
    }
  }

  @Test func withoutUnitsThereIsNothingToCountOver() async throws {
    try await TestService.withPlace(Self.place) { service in
      try await service.openElection(Self.place)
      let refused = try await failure { try await Self.count(service, Self.ballots([(1, 5)])) }
      #expect(refused.reason == "CONDITION_UNMET")
    }
  }
}
