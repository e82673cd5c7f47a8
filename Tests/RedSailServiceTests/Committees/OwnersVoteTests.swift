internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Owners' votes by Civil Code art. 278, at the exact edges of the thresholds.
@Suite struct OwnersVoteTests {
  private static let place = Place.jining

  @discardableResult
  private static func create(
    _ service: TestService,
    _ matter: OwnersVote.Matter,
    _ change: (inout OwnersVote) -> Void = { _ in }
  ) async throws -> OwnersVote {
    var vote = OwnersVote.with {
      $0.division = place.community
      $0.displayName = "议题"
      $0.serviceArea = place.area()
      $0.matter = matter
      $0.voteDate = CalendarDate(2025, 5, 20)
    }
    change(&vote)
    return try await service.committees.createOwnersVote(
      .with {
        $0.parent = place.city
        $0.ownersVoteID = "v1"
        $0.ownersVote = vote
      }
    )
  }

  private static func count(_ service: TestService, _ choices: [RedSailAPI.Ballot.Choice?]) async throws -> OwnersVote {
    try await service.committees.countOwnersVote(
      .with {
        $0.name = "\(place.city)/ownersVotes/v1"
        $0.ballots = choices.enumerated().compactMap { index, choice in
          choice.map { choice in
            .with {
              $0.unit = place.unit(index + 1)
              $0.choice = choice
            }
          }
        }
      }
    )
  }

  /// Totals with 1,200 heads and 120,000.00 m², of which a part took part and a part was in favour.
  private static func result(_ participating: (Int64, Int64), inFavour: (Int64, Int64)) -> VoteResult {
    .with {
      $0.totalAreaHundredths = 12_000_000
      $0.totalHeads = 1_200
      ($0.participatingAreaHundredths, $0.participatingHeads) = participating
      ($0.forAreaHundredths, $0.forHeads) = inFavour
    }
  }

  /// The matter, who took part, who was in favour, whether it is decided, and what is missing.
  private static let edges: [(OwnersVote.Matter, (Int64, Int64), (Int64, Int64), Bool, [String])] = [
    (.firm, (8_000_000, 800), (4_000_001, 401), true, []),
    (.firm, (8_000_000, 800), (4_000_000, 401), false, ["area 4000000/8000000"]),
    (.firm, (8_000_000, 800), (4_000_001, 400), false, ["heads 400/800"]),
    (.firm, (7_999_999, 800), (7_999_999, 800), false, ["area 7999999/12000000"]),
    (.firm, (8_000_000, 799), (8_000_000, 799), false, ["heads 799/1200"]),
    (.fundUse, (8_000_000, 800), (4_000_001, 401), true, []),
    (.fundRaising, (8_000_000, 800), (6_000_000, 600), true, []),
    (.fundRaising, (8_000_000, 800), (5_999_999, 600), false, ["area 5999999/8000000"]),
    (.rebuilding, (8_000_000, 800), (6_000_000, 599), false, ["heads 599/800"]),
    (.commonParts, (8_000_000, 800), (6_000_000, 600), true, []),
    (.firm, (0, 0), (0, 0), false, ["area 0/12000000, heads 0/1200", "area 0/0, heads 0/0"]),
  ]

  @Test(arguments: edges.indices)
  func thresholdsAtTheirEdges(index: Int) async throws {
    let (matter, participating, inFavour, passes, missing) = Self.edges[index]
    try await TestService.withPlace(Self.place) { service in
      let vote = try await Self.create(service, matter) { $0.result = Self.result(participating, inFavour: inFavour) }
      #expect(vote.passed == passes)
      #expect(vote.warnings.count == missing.count)
      for (warning, came) in zip(vote.warnings, missing) {
        #expect(warning.reason == "RULE_BREACHED" && warning.field == "result")
        #expect(warning.message.contains("came \(came) "), "\(warning.message)")
      }
    }
  }

  @Test func ballotsAreCountedOverTheUnits() async throws {
    try await TestService.withPlace(Self.place) { service in
      // An owner of two units whose ballots differ takes part and is on no side; so does the developer, once.
      try await service.makeUnits(
        Self.place,
        [(100_00, "a"), (50_00, "a"), (100_00, "b"), (100_00, "c"), (80_00, "*"), (20_00, "*")]
      )
      let open = try await Self.create(service, .firm)
      #expect(open.result == nil && !open.passed && open.warnings.isEmpty)
      let vote = try await Self.count(service, [.for, .against, .for, .unspecified, .for, .for])
      let result = try #require(vote.result)
      #expect(result.totalHeads == 4 && result.participatingHeads == 4 && result.totalAreaHundredths == 450_00)
      #expect(result.forAreaHundredths == 300_00 && result.forHeads == 2)
      #expect(result.againstAreaHundredths == 50_00 && result.againstHeads == 0)
      #expect(result.abstainedAreaHundredths == 100_00 && result.abstainedHeads == 1)
      // Two heads of four are not over half.
      #expect(!vote.passed && vote.warnings.map(\.field) == ["result"])
      #expect(vote.warnings.first?.message.contains("heads 2/4") == true)
      let again = try await failure { try await Self.count(service, [.for]) }
      #expect(again.reason == "ACTION_NOT_ALLOWED")
    }
  }

  @Test func totalsThatContradictThemselvesAreRefused() async throws {
    try await TestService.withPlace(Self.place) { service in
      let refused = try await failure {
        try await Self.create(service, .firm) {
          $0.result = Self.result((8_000_000, 800), inFavour: (8_000_001, 500))
          $0.result?.againstHeads = 400
        }
      }
      #expect(
        refused.fields == [
          "owners_vote.result.for_area_hundredths: INVALID_FIELD", "owners_vote.result.for_heads: INVALID_FIELD",
        ]
      )
      let future = try await failure {
        try await Self.create(service, .firm) { $0.voteDate = CalendarDate(2025, 6, 2) }
      }
      #expect(future.fields == ["owners_vote.vote_date: EVENT_TIME_IN_FUTURE"])
      let far = try await failure { try await Self.create(service, .firm) { $0.division = Self.place.street + "002" } }
      #expect(far.fields == ["owners_vote.service_area: INVALID_FIELD"])
    }
  }

  @Test func aCountedResultStays() async throws {
    try await TestService.withPlace(Self.place) { service in
      try await service.makeUnits(Self.place, [(100_00, "a"), (100_00, "b"), (100_00, "c")])
      try await Self.create(service, .firm)
      let counted = try await Self.count(service, [.for, .for, .against])
      #expect(counted.passed)
      let update = { (change: (inout OwnersVote) -> Void) in
        var vote = OwnersVote.with { $0.name = counted.name }
        change(&vote)
        return vote
      }
      for mask in [[], ["result"], ["*"]] {
        let refused = try await failure {
          try await service.committees.updateOwnersVote(
            .with {
              $0.ownersVote = update {
                $0.division = counted.division
                $0.displayName = counted.displayName
                $0.result = Self.result((8_000_000, 800), inFavour: (1, 1))
              }
              $0.updateMask = .with { $0.paths = mask }
            }
          )
        }
        #expect(refused.code == .failedPrecondition && refused.fields == ["owners_vote.result: ACTION_NOT_ALLOWED"])
        #expect(refused.metadata["state"] == "COUNTED")
      }
      let cleared = try await failure {
        try await service.committees.updateOwnersVote(
          .with {
            $0.ownersVote = update { _ in }
            $0.updateMask = .with { $0.paths = ["result"] }
          }
        )
      }
      #expect(cleared.fields == ["owners_vote.result: ACTION_NOT_ALLOWED"])
      // A stricter rule that is loaded for that day later decides nothing anew.
      _ = try await RuleServiceClient(service.channel).createParameter(
        .with {
          $0.parent = Self.place.city
          $0.parameter = .with {
            $0.division = "\(Self.place.city)/divisions/\(Self.place.code)"
            $0.key = "election.ordinary"
            $0.value = .with { $0.kind = .fraction(.with { ($0.numerator, $0.denominator) = (9, 10) }) }
            $0.validFrom = CalendarDate(2025, 1, 1)
            $0.source = "测试"
          }
        }
      )
      let renamed = try await service.committees.updateOwnersVote(
        .with { $0.ownersVote = update { $0.displayName = "选聘物业服务企业" } }
      )
      #expect(renamed.result == counted.result && renamed.passed && renamed.warnings.isEmpty)
    }
  }
}
