internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Merging and splitting records.
@Suite struct RecordSuccessionTests {
  private static let old = "cities/370800/compounds/old"

  /// A compound to be merged, with a project, a building and a ticket that refer to it.
  private func makeReferrers(_ service: TestService) async throws {
    let id = ExternalId.with {
      $0.sourceSystem = "jining-housing"
      $0.id = "XQ-1"
    }
    let results = try await RecordImportTests.push(
      service,
      [
        RecordImportTests.entry(.compound(RecordImportTests.compound("old") { $0.externalIDs = [id] })),
        RecordImportTests.entry(
          .building(
            .with {
              $0.name = "cities/370800/buildings/b1"
              $0.division = TestService.community
              $0.compound = Self.old
              $0.displayName = "1号楼"
            }
          )
        ),
      ]
    )
    #expect(results.map(\.outcome) == [.created, .created])
    try await service.makeProject { $0.compounds = [TestService.compound, Self.old] }
    _ = try await service.tickets.createTicket(
      .with {
        $0.parent = TestService.city
        $0.ticketID = "t1"
        $0.ticket = .with {
          $0.division = TestService.community
          $0.title = "水管破裂"
          $0.source = .owner
          $0.compound = Self.old
        }
      }
    )
  }

  @Test func aMergeMovesEveryReference() async throws {
    try await TestService.withCity { service in
      try await makeReferrers(service)
      let latest = try await service.feed.listChanges(
        .with {
          $0.parent = TestService.city
          $0.fromLatest = true
        }
      )
      let request = MergeRecordsRequest.with {
        $0.successor = TestService.compound
        $0.predecessors = [Self.old]
        $0.reason = "重复登记"
        $0.requestID = UUID().uuidString
      }
      let succession = try await service.records.mergeRecords(request)
      #expect(succession.kind == .merge && succession.movedCount == 3)
      #expect(succession.predecessors == [Self.old] && succession.successors == [TestService.compound])
      #expect(succession.division == TestService.community && succession.date == CalendarDate(2025, 6, 1))
      let project = try await service.projects.getProject(.with { $0.name = TestService.project })
      #expect(project.compounds == [TestService.compound])
      #expect(
        try await service.tickets.getTicket(.with { $0.name = "cities/370800/tickets/t1" }).compound
          == TestService.compound
      )
      let gone = try await service.compounds.getCompound(.with { $0.name = Self.old })
      #expect(gone.deleteTime != nil)
      let found = try await service.records.findRecords(
        .with {
          $0.parent = TestService.city
          $0.sourceSystem = "jining-housing"
          $0.externalID = "XQ-1"
        }
      )
      let stays = try await service.compounds.getCompound(.with { $0.name = TestService.compound })
      #expect(found.records == [.with { $0.resource = .compound(stays) }])
      let changes = try await service.feed.listChanges(
        .with {
          $0.parent = TestService.city
          $0.cursor = latest.nextCursor
        }
      ).changes
      let told = changes.map { "\($0.name.split(separator: "/").suffix(2).joined(separator: "/")) \($0.kind)" }
      #expect(
        told.dropLast() == [
          "projects/p1 updated", "buildings/b1 updated", "tickets/t1 updated", "compounds/c1 updated",
          "compounds/old deleted",
        ]
      )
      #expect(changes.last?.name == succession.name)
      // The same call again gets the same answer; the successor can be merged again, its past notwithstanding.
      #expect(try await service.records.mergeRecords(request) == succession)
      try await service.makeCompound("c9", in: TestService.community)
      let next = try await service.records.mergeRecords(
        .with {
          $0.successor = "cities/370800/compounds/c9"
          $0.predecessors = [TestService.compound]
        }
      )
      #expect(next.movedCount == 3)
    }
  }

  @Test func aReferrersRulesRefuseTheWholeMerge() async throws {
    try await TestService.withCity { service in
      try await makeReferrers(service)
      // A compound of another county: the building may refer to it, the project may not.
      let refused = try await failure {
        try await service.records.mergeRecords(
          .with {
            $0.successor = TestService.otherCompound
            $0.predecessors = [Self.old]
          }
        )
      }
      #expect(refused.metadata["referrer"] == TestService.project, "\(refused)")
      let ticket = try await service.tickets.getTicket(.with { $0.name = "cities/370800/tickets/t1" })
      #expect(ticket.compound == Self.old)
      #expect(try await service.compounds.getCompound(.with { $0.name = Self.old }).deleteTime == nil)
      #expect(try await service.records.listSuccessions(.with { $0.parent = TestService.city }).successions.isEmpty)
    }
  }

  @Test func requestsAreChecked() async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await service.records.mergeRecords(
          .with {
            $0.successor = TestService.compound
            $0.predecessors = [TestService.compound, TestService.firm, "cities/370900/compounds/c1"]
          }
        )
      }
      #expect(
        refused.fields == [
          "predecessors[0]: INVALID_FIELD", "predecessors[1]: INVALID_NAME", "predecessors[2]: OTHER_CITY",
        ]
      )
      let ticket = try await failure {
        try await service.records.mergeRecords(
          .with {
            $0.successor = "cities/370800/tickets/t1"
            $0.predecessors = ["cities/370800/tickets/t2"]
          }
        )
      }
      #expect(ticket.fields == ["successor: INVALID_NAME"])
      let stale = try await failure {
        try await service.records.mergeRecords(
          .with {
            $0.successor = TestService.compound
            $0.etag = "x"
            $0.predecessors = [TestService.otherCompound]
          }
        )
      }
      #expect(stale.code == .aborted)
    }
  }

  @Test func aSplitSendsReferencesWhereItIsTold() async throws {
    try await TestService.withCity { service in
      try await makeReferrers(service)
      try await service.makeCompound("east", in: TestService.community)
      try await service.makeCompound("west", in: TestService.community)
      let (east, west) = ("cities/370800/compounds/east", "cities/370800/compounds/west")
      var request = SplitRecordRequest.with {
        $0.predecessor = Self.old
        $0.successors = [east, west]
        $0.moves = [
          .with {
            $0.referrer = "cities/370800/buildings/b1"
            $0.successor = east
          }
        ]
      }
      let left = try await failure { try await service.records.splitRecord(request) }
      #expect(left.reason == "STILL_REFERENCED")
      request.moves.append(
        .with {
          $0.referrer = TestService.grid
          $0.successor = east
        }
      )
      request.remainingSuccessor = west
      let surplus = try await failure { try await service.records.splitRecord(request) }
      #expect(surplus.fields == ["moves[1].referrer: INVALID_FIELD"])
      request.moves.removeLast()
      let succession = try await service.records.splitRecord(request)
      #expect(succession.kind == .split && succession.movedCount == 3 && succession.successors == [east, west])
      #expect(
        try await service.projects.getProject(.with { $0.name = TestService.project }).compounds == [
          TestService.compound, west,
        ]
      )
      #expect(try await service.tickets.getTicket(.with { $0.name = "cities/370800/tickets/t1" }).compound == west)
      #expect(try await service.compounds.getCompound(.with { $0.name = Self.old }).deleteTime != nil)
    }
  }
}
