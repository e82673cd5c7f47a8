internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// From the count to the committee, and what becomes of it.
@Suite struct CommitteeLifeTests {
  private static let place = Place.jining

  @Test func aValidElectionBringsItsCommittee() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      let open = try await service.openElection(place, partyMembers: 3)
      #expect(open.warnings.isEmpty)
      let counted = try await service.record(place, heads: [70, 69, 68, 67, 66])
      #expect(counted.valid && counted.partyMemberCount == 3)
      let early = try await failure { try await service.file(place, from: CalendarDate(2025, 3, 7)) }
      #expect(early.fields == ["term_from: PERIOD_REVERSED"])
      let chair = try await failure {
        try await service.file(place) { $0.chair = "cities/370800/candidates/none" }
      }
      #expect(chair.fields == ["chair: INVALID_FIELD"])
      let filed = try await service.file(place) { $0.chair = place.candidate(2) }
      #expect(filed.state == .filed && filed.resultingCommittee == place.committee("new"))
      let committee = try await service.committee(place, "new")
      #expect(committee.kind == .owners && committee.electionKind == .first && committee.election == filed.name)
      #expect(committee.compounds == [place.compound("k1")] && committee.displayName == "片区业主委员会")
      #expect(committee.validFrom == CalendarDate(2025, 3, 10) && committee.validTo == CalendarDate(2030, 3, 10))
      #expect(committee.partyPercent == 60 && !committee.ratioBreached && committee.warnings.isEmpty)
      #expect(committee.members.map(\.post) == [.member, .chair, .member, .member, .member])
      // 30 days after the count on 8 March end on 7 April, the day after the Qingming holiday of 4 to 6 April.
      #expect(committee.filingDeadline == CalendarDate(2025, 4, 7))
      #expect(try await service.rectifications(place, of: "new").isEmpty)
      let again = try await failure { try await service.file(place) }
      #expect(again.reason == "ACTION_NOT_ALLOWED" && again.metadata["state"] == "FILED")
    }
  }

  @Test func aBreachOfTheRatioIsRecordedAndMended() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      let open = try await service.openElection(place, partyMembers: 2)
      #expect(open.warnings.count == 1)
      #expect(open.warnings.first?.message.contains("committee.minimum_party_percent = 60 in 370800") == true)
      // The owners elect: the result is valid all the same.
      #expect(try await service.record(place, heads: [70, 69, 68, 67, 66]).valid)
      try await service.file(place)
      let committee = try await service.committee(place, "new")
      #expect(committee.ratioBreached && committee.partyPercent == 40)
      let tasks = try await service.rectifications(place, of: "new")
      #expect(tasks.map(\.state) == [.open] && tasks.map(\.kind) == [.partyRatio])
      let breach = try #require(tasks.first?.breach)
      #expect(breach.reason == "RULE_BREACHED" && breach.field == "party_member_count")
      for part in ["committee.minimum_party_percent", "60", "370800", "党员比例全部达到60%以上"] {
        #expect(breach.message.contains(part), "\(part)")
      }
      let early = try await failure { try await Self.complete(service, tasks[0].name) }
      #expect(early.reason == "CONDITION_UNMET")
      let second = try await failure {
        try await service.committees.createRectification(
          .with {
            $0.parent = place.city
            $0.rectification = .with {
              $0.division = place.community
              $0.displayName = "再开一项"
              $0.kind = .partyRatio
              $0.subject = place.committee("new")
            }
          }
        )
      }
      #expect(second.reason == "DUPLICATE_RECORD" && second.metadata == ["name": tasks[0].name])

      // One member resigns and a party member joins: three of five.
      var members = Array(committee.members.dropLast())
      members.append(Self.seat("p-9"))
      // Not by an update: it would start no clock for the filing of the change.
      let updated = try await failure {
        try await service.committees.updateCommittee(
          .with {
            $0.committee = .with {
              $0.name = place.committee("new")
              $0.members = members
              $0.partyMemberCount = 3
            }
          }
        )
      }
      #expect(
        updated.fields == [
          "committee.members: INVALID_UPDATE_MASK", "committee.party_member_count: INVALID_UPDATE_MASK",
        ]
      )
      let mended = try await Self.change(service, members, partyMembers: 3)
      #expect(!mended.ratioBreached && mended.partyPercent == 60)
      #expect(mended.members.filter { $0.leftDate != nil }.map(\.leftDate) == [CalendarDate(2025, 6, 1)])
      // 30 days after 1 June end on 1 July.
      #expect(mended.changeFilingDeadline == CalendarDate(2025, 7, 1))
      let done = try await service.rectifications(place, of: "new")
      #expect(done.map(\.state) == [.done] && done[0].doneDate == CalendarDate(2025, 6, 1) && !done[0].result.isEmpty)
      let closed = try await failure { try await Self.complete(service, done[0].name) }
      #expect(closed.reason == "ACTION_NOT_ALLOWED" && closed.metadata["state"] == "DONE")
      // Below the minimum again, a new task opens.
      _ = try await Self.change(service, members, partyMembers: 2)
      let states = try await service.rectifications(place, of: "new").map(\.state)
      #expect(states.count(where: { $0 == .open }) == 1 && states.count(where: { $0 == .done }) == 1)
      let ended = try await service.committees.dissolveCommittee(
        .with {
          $0.name = place.committee("new")
          $0.endDate = CalendarDate(2025, 6, 1)
          $0.reason = "集体辞职"
        }
      )
      #expect(ended.state == .dissolved && ended.validTo == CalendarDate(2025, 6, 1) && !ended.ratioBreached)
      let reopened = try await failure {
        try await service.committees.updateCommittee(
          .with {
            $0.committee = .with {
              $0.name = ended.name
              $0.validTo = CalendarDate(2030, 3, 10)
            }
          }
        )
      }
      #expect(reopened.fields == ["committee.valid_to: ACTION_NOT_ALLOWED"] && reopened.code == .failedPrecondition)
      #expect(try await service.rectifications(place, of: "new").allSatisfy { $0.state == .done })
    }
  }

  @Test func theMinimumHoldsForCommitteesElectedSinceItBegan() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      // Jining's 60 per cent began on 2021-01-01.
      let old = try await service.makeCommittee(
        place,
        "old",
        from: CalendarDate(2020, 12, 31),
        to: CalendarDate(2025, 12, 31)
      ) { $0.partyMemberCount = 0 }
      #expect(!old.ratioBreached && old.warnings.isEmpty)
      let young = try await service.makeCommittee(
        place,
        "young",
        from: CalendarDate(2021, 1, 10),
        to: CalendarDate(2026, 1, 10),
        compounds: ["k2"]
      ) { $0.partyMemberCount = 2 }
      #expect(young.ratioBreached)
      #expect(try await service.rectifications(place, of: "young").count == 1)
      #expect(try await service.rectifications(place, of: "old").isEmpty)
      // Elected before the parameter began, though its term began after.
      let between = try await service.makeCommittee(
        place,
        "between",
        from: CalendarDate(2026, 1, 10),
        to: CalendarDate(2031, 1, 10),
        compounds: ["k2"]
      ) {
        $0.partyMemberCount = 0
        $0.electedDate = CalendarDate(2020, 12, 1)
      }
      #expect(!between.ratioBreached)
    }
  }

  /// Civil integer minima at 60 per cent: 3→2, 5→3, 7→5, 9→6, 11→7.
  @Test(arguments: [(5, 3), (7, 5), (9, 6), (11, 7)] as [(Int32, Int32)])
  func partyRatioMinima(seats: Int32, least: Int32) async throws {
    try await TestService.withPlace(Self.place) { service in
      for (id, count) in [("below", least - 1), ("least", least)] {
        let committee = try await service.makeCommittee(
          Self.place,
          id,
          from: CalendarDate(2025, 1, 1),
          to: CalendarDate(2030, 1, 1),
          compounds: [id == "least" ? "k1" : "k2"]
        ) {
          $0.seats = seats
          $0.partyMemberCount = count
        }
        #expect(committee.ratioBreached == (id == "below"))
      }
    }
  }

  @Test func aReelectionEndsTheCommitteeBefore() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeCommittee(place, "old", from: CalendarDate(2020, 5, 1), to: CalendarDate(2025, 5, 1))
      let bad = try await failure { try await service.makeElection(place) { $0.kind = .reelection } }
      #expect(bad.fields == ["election.committee: REQUIRED_FIELD"])
      try await service.openElection(place) {
        $0.kind = .reelection
        $0.committee = place.committee("old")
      }
      let running = try await failure { try await service.makeElection(place, "e2") }
      #expect(running.reason == "DUPLICATE_RECORD" && running.metadata == ["name": place.election()])
      try await service.record(place, heads: [70, 69, 68, 67, 66])
      try await service.file(place)
      let old = try await service.committee(place, "old")
      #expect(old.validTo == CalendarDate(2025, 3, 10) && old.endReason == "换届" && old.state == .serving)
      // 10 days after 10 March end on 20 March.
      #expect(old.handoverDeadline == CalendarDate(2025, 3, 20))
      #expect(try await service.committee(place, "new").electionKind == .reelection)
      let handed = try await service.committees.recordCommitteeHandover(
        .with {
          $0.name = place.committee("old")
          $0.handoverDate = CalendarDate(2025, 3, 21)
          $0.receiver = .person("p-2")
        }
      )
      #expect(handed.handoverDate == CalendarDate(2025, 3, 21) && handed.handoverReceiver?.reference == "p-2")
      #expect(handed.warnings.contains { $0.message.contains("committee.handover.days = 10") })
      let twice = try await failure {
        try await service.committees.recordCommitteeHandover(
          .with {
            $0.name = place.committee("old")
            $0.handoverDate = CalendarDate(2025, 3, 22)
          }
        )
      }
      #expect(twice.reason == "ACTION_NOT_ALLOWED")
    }
  }

  @Test func anOwnersCommitteeReplacesTheManagementCommittee() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeCommittee(place, "pm", .propertyManagement, from: CalendarDate(2024, 1, 1), to: nil)
      try await service.openElection(place)
      try await service.record(place, heads: [70, 69, 68, 67, 66])
      try await service.file(place)
      #expect(try await service.committee(place, "pm").validTo == CalendarDate(2025, 3, 10))
    }
  }

  @Test func aByElectionFillsSeats() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeCommittee(place, "old", from: CalendarDate(2023, 5, 1), to: CalendarDate(2028, 5, 1)) {
        $0.members = ["m-1", "m-2", "m-3"].map { Self.seat($0) }
      }
      let byElection: (inout Election) -> Void = {
        $0.kind = .byElection
        $0.committee = place.committee("old")
      }
      let tooMany = try await failure { try await service.makeElection(place, seats: 3, byElection) }
      #expect(tooMany.fields == ["election.seats: INVALID_FIELD"])
      try await service.openElection(place, seats: 2, byElection)
      let counted = try await service.record(place, heads: [70, 69])
      #expect(counted.valid && counted.partyMemberCount == 2)
      let filed = try await service.file(place)
      #expect(filed.resultingCommittee == place.committee("old"))
      let committee = try await service.committee(place, "old")
      #expect(committee.members.compactMap(\.person?.reference) == ["m-1", "m-2", "m-3", "p-1", "p-2"])
      #expect(committee.partyMemberCount == 5 && committee.partyPercent == 100 && committee.warnings.isEmpty)
      #expect(committee.changeFilingDeadline == CalendarDate(2025, 4, 7))
    }
  }

  static func seat(_ reference: String, _ post: Committee.Seat.Post = .member) -> Committee.Seat {
    .with {
      $0.person = .person(reference)
      $0.post = post
    }
  }

  private static func change(_ service: TestService, _ members: [Committee.Seat], partyMembers: Int32) async throws
    -> Committee
  {
    try await service.committees.changeCommitteeSeats(
      .with {
        $0.name = place.committee("new")
        $0.members = members
        $0.partyMemberCount = partyMembers
        $0.reason = "委员辞职、增补"
      }
    )
  }

  private static func complete(_ service: TestService, _ name: String) async throws -> Rectification {
    try await service.committees.completeRectification(
      .with {
        $0.name = name
        $0.doneDate = CalendarDate(2025, 6, 1)
        $0.result = "已整改"
      }
    )
  }
}
