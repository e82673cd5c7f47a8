internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// What is not merged, and what a merge leaves.
@Suite struct RecordMergeRuleTests {
  private func merge(_ service: TestService, _ predecessor: String, into successor: String) async throws -> Succession {
    try await service.records.mergeRecords(
      .with {
        $0.successor = successor
        $0.predecessors = [predecessor]
      }
    )
  }

  private func identify(_ service: TestService, _ id: String, _ name: String, _ phone: String = "") async throws {
    _ = try await service.members.setMemberIdentity(
      .with {
        $0.memberIdentity = .with {
          $0.name = "\(TestService.city)/members/\(id)/identity"
          $0.personalName = name
          $0.phone = phone
        }
      }
    )
  }

  @Test func membersAreMergedWhereTheirIdentitiesAgree() async throws {
    try await TestService.withCity { service in
      let (one, other) = ("\(TestService.city)/members/m1", "\(TestService.city)/members/m2")
      try await service.makeOrganisation()
      try await service.makeMember("m1")
      try await service.makeMember("m2") { $0.person = .person("other-system-9") }
      func expectRefusal(_ text: String) async throws {
        let refused = try await failure { try await merge(service, other, into: one) }
        #expect(refused.code == .failedPrecondition && refused.fields == ["predecessors[0]: NOT_MERGEABLE"])
        #expect(refused.metadata == ["name": other])
        #expect(refused.message.contains(text) && !refused.message.contains("张"), "\(refused.message)")
        #expect(!refused.chinese.isEmpty && !refused.chinese.contains("张三"))
      }
      try await expectRefusal("enter both by SetMemberIdentity")
      try await identify(service, "m1", "张三丰", "138 1234 1234")
      try await expectRefusal("enter both by SetMemberIdentity")
      try await identify(service, "m2", "张三", "13812341234")
      try await expectRefusal("differ in name or telephone")
      try await identify(service, "m2", "张三丰", "13912341234")
      try await expectRefusal("differ in name or telephone")
      try await identify(service, "m2", " 张三丰", "13812341234")
      #expect(try await merge(service, other, into: one).kind == .merge)
    }
  }

  @Test func postsOfDifferentHoldersAreNotMerged() async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      try await service.makeKeyPost("k1") { $0.post = .customerServiceHead }
      try await service.makeKeyPost("k2") {
        $0.post = .customerServiceHead
        $0.holder = .person("p-2")
      }
      let refused = try await failure {
        try await merge(service, "\(TestService.city)/keyPosts/k2", into: "\(TestService.city)/keyPosts/k1")
      }
      #expect(refused.fields == ["predecessors[0]: NOT_MERGEABLE"])
      #expect(refused.message.contains("holder.reference differs"))
    }
  }

  @Test func countedVotesAndOpenBallotsAreNotMerged() async throws {
    let place = Place.jining
    try await TestService.withPlace(place) { service in
      try await service.openElection(place)
      try await service.record(place, participating: 10, heads: [10, 10, 10, 10, 10])
      try await service.makeElection(place, "e2")
      try await service.propose(place, 9, in: "e2")
      let refused = try await failure { try await merge(service, place.election("e2"), into: place.election()) }
      #expect(refused.fields == ["predecessors[0]: NOT_MERGEABLE"] && refused.message.contains("PREPARING"))
      for (id, heads) in [("v1", Int64(80)), ("v2", 70)] {
        _ = try await service.committees.createOwnersVote(
          .with {
            $0.parent = place.city
            $0.ownersVoteID = id
            $0.ownersVote = .with {
              $0.division = place.community
              $0.displayName = "议题"
              $0.serviceArea = place.area()
              $0.matter = .firm
              $0.voteDate = CalendarDate(2025, 5, 20)
              $0.result = .with {
                ($0.totalAreaHundredths, $0.totalHeads) = (100_00, 100)
                ($0.participatingAreaHundredths, $0.participatingHeads) = (heads * 100, heads)
              }
            }
          }
        )
      }
      let lost = try await failure {
        try await merge(service, "\(place.city)/ownersVotes/v2", into: "\(place.city)/ownersVotes/v1")
      }
      #expect(lost.fields == ["predecessors[0]: NOT_MERGEABLE"] && lost.message.contains("result would be lost"))
    }
  }

  @Test func whatWasMergedIsNotRestored() async throws {
    try await TestService.withCity { service in
      let succession = try await merge(service, TestService.otherFirm, into: TestService.firm)
      let refused = try await failure {
        try await service.firms.undeleteFirm(.with { $0.name = TestService.otherFirm })
      }
      #expect(refused.code == .failedPrecondition && refused.reason == "SUCCEEDED")
      #expect(refused.metadata == ["name": TestService.firm, "succession": succession.name])
      #expect(refused.message.contains("merged into '\(TestService.firm)'") && refused.chinese.contains("已并入"))
      #expect(try await service.firms.getFirm(.with { $0.name = TestService.otherFirm }).deleteTime != nil)
      try await service.makeCompound("c8", in: TestService.community)
      try await service.makeCompound("c9", in: TestService.community)
      let (east, west) = ("\(TestService.city)/compounds/c8", "\(TestService.city)/compounds/c9")
      _ = try await service.records.splitRecord(
        .with {
          $0.predecessor = TestService.compound
          $0.successors = [east, west]
        }
      )
      let split = try await failure {
        try await service.compounds.undeleteCompound(.with { $0.name = TestService.compound })
      }
      #expect(split.reason == "SUCCEEDED" && split.message.contains("split into '\(east)', '\(west)'"))
      // What was only deleted is restored as before.
      _ = try await service.compounds.deleteCompound(.with { $0.name = east })
      #expect(try await service.compounds.undeleteCompound(.with { $0.name = east }).deleteTime == nil)
    }
  }

  @Test func mergedDivisionsAndSplitGridsNameTheirSuccessors() async throws {
    try await TestService.withCity { service in
      try await service.makeDivision("370811012002", .community, below: "370811012", "第三社区")
      let ended = "\(TestService.city)/divisions/370811012002"
      _ = try await merge(service, ended, into: TestService.community)
      let division = try await service.divisions.getDivision(.with { $0.name = ended })
      #expect(division.successors == [TestService.community] && division.deleteTime != nil)
      let change = try await service.feed.listChanges(
        .with {
          $0.parent = TestService.city
          $0.maxChanges = 1_000
        }
      ).changes.last { $0.name == ended }
      #expect(change?.kind == .deleted)
      let wrong = try await failure { try await merge(service, TestService.otherCounty, into: TestService.community) }
      #expect(wrong.fields == ["predecessors[0]: NOT_MERGEABLE"] && wrong.message.contains("level differs"))
      for id in ["g2", "g3"] {
        _ = try await service.divisions.createGrid(
          .with {
            $0.parent = TestService.city
            $0.gridID = id
            $0.grid = .with {
              $0.division = TestService.community
              $0.displayName = id
              $0.scheme = "jining-grid-2025"
              $0.code = id
            }
          }
        )
      }
      let grids = ["\(TestService.city)/grids/g2", "\(TestService.city)/grids/g3"]
      _ = try await service.records.splitRecord(
        .with {
          $0.predecessor = TestService.grid
          $0.successors = grids
        }
      )
      #expect(try await service.divisions.getGrid(.with { $0.name = TestService.grid }).successors == grids)
    }
  }

  @Test func aCompoundThatIsRenovatedStaysUntilTheWorksAreOver() async throws {
    let city = try await TestCity(at: "2026-01-31")
    let records = RecordServiceClient(city.channel)
    _ = try await city.works.compounds.createCompound(
      .with {
        $0.parent = TestCity.name
        $0.compoundID = "twin"
        $0.compound = .with {
          $0.division = TestCity.community
          $0.displayName = "重复登记的小区"
        }
      }
    )
    let twin = "\(TestCity.name)/compounds/twin"
    let renovation = try await RenovationTests.make("r1", in: city) { $0.compounds = [twin] }
    for action in ["DECIDE_MODE", "APPROVE", "START"] {
      try await RenovationTests.act(action, on: renovation.name, in: city)
    }
    let request = MergeRecordsRequest.with {
      $0.successor = TestCity.compound
      $0.predecessors = [twin]
    }
    let refused = try await failure { try await records.mergeRecords(request) }
    #expect(refused.code == .failedPrecondition && refused.fields == ["predecessors[0]: ACTION_NOT_ALLOWED"])
    #expect(refused.metadata["referrer"] == renovation.name && refused.metadata["state"] == "UNDERWAY")
    #expect(
      refused.message.contains("renovation_project.compounds: ") && refused.message.contains("complete or cancel")
    )
    try await RenovationTests.act("COMPLETE", on: renovation.name, in: city)
    #expect(try await records.mergeRecords(request).movedCount == 1)
    let moved = try await city.works.improvement.getRenovationProject(.with { $0.name = renovation.name })
    #expect(moved.compounds == [TestCity.compound] && moved.state == .completed)
  }
}
