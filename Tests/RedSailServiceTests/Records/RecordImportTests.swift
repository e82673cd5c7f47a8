internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Bulk entry of records of any kind.
@Suite struct RecordImportTests {
  static func entry(
    _ resource: AnyRecord.Resource,
    _ mode: RecordEntry.Mode = .unspecified,
    id: String = UUID().uuidString
  ) -> RecordEntry {
    .with {
      $0.record = .with { $0.resource = resource }
      $0.mode = mode
      $0.requestID = id
    }
  }

  static func compound(_ id: String, _ change: (inout Compound) -> Void = { _ in }) -> Compound {
    var compound = Compound.with {
      $0.name = id.isEmpty ? "" : "cities/370800/compounds/\(id)"
      $0.division = TestService.community
      $0.displayName = "小区\(id)"
    }
    change(&compound)
    return compound
  }

  static func push(_ service: TestService, _ entries: [RecordEntry], validateOnly: Bool = false) async throws
    -> [RecordResult]
  {
    try await service.records.pushRecords(
      .with {
        $0.parent = TestService.city
        $0.entries = entries
        $0.validateOnly = validateOnly
      }
    ).results
  }

  static func load(_ service: TestService, _ messages: [ImportRecordsRequest]) async throws -> ImportRecordsResponse {
    let call = service.records.importRecords()
    for (index, message) in messages.enumerated() {
      var message = message
      if index == 0 { message.parent = TestService.city }
      try await call.send(message)
    }
    return try await call.finish()
  }

  private func names(_ service: TestService) async throws -> [String] {
    try await service.compounds.listCompounds(.with { $0.parent = TestService.city }).compounds.map(\.name).sorted()
  }

  @Test func entriesOfOneStreamReferToThoseBeforeThem() async throws {
    try await TestService.withCity { service in
      let building = Building.with {
        $0.name = "cities/370800/buildings/b1"
        $0.division = TestService.community
        $0.compound = "cities/370800/compounds/n1"
        $0.displayName = "1号楼"
      }
      let messages = [Self.entry(.compound(Self.compound("n1"))), Self.entry(.building(building))].map { entry in
        ImportRecordsRequest.with { $0.entries = [entry] }
      }
      var checked = messages
      checked[0].validateOnly = true
      let validated = try await Self.load(service, checked)
      #expect(validated.results.map(\.outcome) == [.created, .created])
      #expect(try await names(service) == [TestService.compound, TestService.otherCompound])

      let loaded = try await Self.load(service, messages)
      #expect(loaded.results.map(\.outcome) == [.created, .created])
      #expect((loaded.receivedCount, loaded.createdCount, loaded.failedCount) == (2, 2, 0))
      let again = try await Self.load(service, messages)
      #expect(again.results.map(\.outcome) == [.present, .present])
      #expect(again.results.map(\.etag) == loaded.results.map(\.etag))
      // Under ids of their own they are the same records.
      let anew = try await Self.push(
        service,
        [Self.entry(.compound(Self.compound("n1"))), Self.entry(.building(building))]
      )
      #expect(anew.map(\.outcome) == [.present, .present])
    }
  }

  @Test func anEntryIsRefusedAsItsOwnCallWouldBe() async throws {
    try await TestService.withCity { service in
      let firm = Firm.with {
        $0.name = "cities/370800/firms/91370811MA3YYYY16X"
        $0.division = TestService.county
        $0.displayName = "别的名字"
      }
      let results = try await Self.push(
        service,
        [
          Self.entry(.compound(Self.compound("n1") { $0.displayName = "" })),
          Self.entry(.compound(Self.compound("n2") { $0.grid = "cities/370800/grids/none" })),
          Self.entry(.compound(Self.compound("n3") { $0.division = TestService.county })),
          Self.entry(.firm(firm)),
          Self.entry(.compound(Self.compound("n4") { $0.name = "cities/370900/compounds/n4" })),
          Self.entry(.ticket(Ticket())),
          Self.entry(.compound(Self.compound("none")), .delete),
          Self.entry(.compound(Self.compound("n5")), id: "no-uuid"),
          Self.entry(.compound(Self.compound("n6"))),
        ]
      )
      #expect(results.map(\.index) == Array(0..<9))
      let told = results.map { result in
        let error = result.error ?? RecordError()
        return "\(error.code) \(error.reason) \(error.violations.map(\.field))"
      }
      #expect(
        told == [
          "3 requiredField [\"record.compound.display_name\"]", "9 referenceNotFound []",
          "3 invalidField [\"record.compound.division\"]", "6 nameTaken []",
          "3 otherCity [\"record.compound.name\"]", "3 invalidField [\"record.ticket\"]", "5 notFound []",
          "3 invalidRequestID [\"request_id\"]", "0 unspecified []",
        ]
      )
      #expect(results[1].error?.metadata["field"] == "record.compound.grid")
      #expect(results.dropLast().allSatisfy { $0.error?.localizedMessage.isEmpty == false })
      #expect(results.last?.outcome == .created)
      // What a refused entry had written is gone with it.
      let query = FindRecordsRequest.with {
        $0.parent = TestService.city
        $0.sourceSystem = "x"
        $0.externalID = "y"
      }
      #expect(try await service.records.findRecords(query).records.isEmpty)
    }
  }

  @Test func upsertAndDeleteGoByNameOrByExternalID() async throws {
    try await TestService.withCity { service in
      let id = ExternalId.with {
        $0.sourceSystem = "jining-housing"
        $0.id = "XQ-0017"
      }
      let unnamed = Self.compound("") { $0.externalIDs = [id] }
      let created = try await Self.push(service, [Self.entry(.compound(unnamed), .upsert)])
      #expect(created.map(\.outcome) == [.created])
      var changed = unnamed
      changed.householdCount = 512
      let results = try await Self.push(
        service,
        [
          Self.entry(.compound(changed), .upsert), Self.entry(.compound(changed), .upsert),
          Self.entry(.compound(unnamed)),
        ]
      )
      #expect(results.map(\.outcome) == [.updated, .present, .failed])
      #expect(results[0].name == created[0].name)
      #expect(results[2].error?.reason == .nameTaken)

      func find() async throws -> [AnyRecord] {
        try await service.records.findRecords(
          .with {
            $0.parent = TestService.city
            $0.sourceSystem = "jining-housing"
            $0.externalID = "XQ-0017"
          }
        ).records
      }
      let stored = try await service.compounds.getCompound(.with { $0.name = created[0].name })
      #expect(try await find() == [.with { $0.resource = .compound(stored) }])
      var stale = changed
      stale.etag = created[0].etag
      let refused = try await Self.push(
        service,
        [Self.entry(.compound(stale), .upsert), Self.entry(.compound(stale), .delete)]
      )
      #expect(refused.map { $0.error?.reason } == [.etagMismatch, .etagMismatch])
      let deleted = try await Self.push(service, [Self.entry(.compound(changed), .delete)])
      #expect(deleted.map(\.outcome) == [.deleted])
      #expect(try await find().isEmpty)
    }
  }

  @Test func restoringKeepsWhatActionsHaveSet() async throws {
    try await TestService.withCity { service in
      let event = ReceptionDay.with {
        $0.name = "cities/370800/receptionDays/cancelled-1"
        $0.division = TestService.county
        $0.kind = .familyTalk
        $0.plannedStartTime = .with { $0.seconds = 1_735_700_000 }
        $0.state = .cancelled
        $0.cancelReason = "下雨"
      }
      // Only an action cancels: a plain entry cannot say so.
      let plain = try await Self.push(service, [Self.entry(.receptionDay(event))])
      #expect(plain.map { $0.error?.violations.map(\.field) } == [["record.reception_day.state"]], "\(plain)")
      let results = try await Self.push(
        service,
        [Self.entry(.receptionDay(event), .restore), Self.entry(.receptionDay(event), .restore)]
      )
      #expect(results.map(\.outcome) == [.created, .present], "\(results)")
      let stored = try await service.receptionDays.getReceptionDay(.with { $0.name = event.name })
      #expect(stored.state == .cancelled && stored.cancelReason == "下雨")
      var other = event
      other.cancelReason = "停电"
      let refused = try await Self.push(service, [Self.entry(.receptionDay(other), .restore)])
      #expect(refused.map { $0.error?.reason } == [.nameTaken])
    }
  }

  @Test func boundsAreKept() async throws {
    try await TestService.withCity { service in
      let many = Array(repeating: Self.entry(.compound(Self.compound("n1"))), count: 1_001)
      let refused = try await failure { try await Self.push(service, many) }
      #expect(refused.reason == "TOO_MANY_ENTRIES" && refused.metadata == ["limit": "1000", "came": "1001"])
      let messages = Array(
        repeating: ImportRecordsRequest.with { $0.entries = Array(many.prefix(1_000)) },
        count: 11
      )
      let stream = try await failure { try await Self.load(service, messages) }
      #expect(stream.reason == "TOO_MANY_ENTRIES" && stream.metadata["came"] == "11000")
      let empty = try await failure { try await Self.load(service, []) }
      #expect(empty.reason == "REQUIRED_FIELD")
    }
  }

  /// Ten thousand refusals with long texts fit into what callers take by default, and each still says why.
  @Test func theAnswerStaysSmall() async throws {
    try await TestService.withCity { service in
      let name = String(repeating: "长", count: 500)
      let messages = (0..<10).map { message in
        ImportRecordsRequest.with {
          $0.entries = (0..<1_000).map { index in
            Self.entry(
              .compound(
                Self.compound("n\(message)-\(index)-\(String(repeating: "x", count: 40))") {
                  $0.displayName = name
                  $0.address = name
                }
              )
            )
          }
        }
      }
      let answer = try await Self.load(service, messages)
      #expect(answer.failedCount == 10_000 && answer.results.count == 10_000)
      #expect(try answer.serialized().count < 4 << 20)
      #expect(answer.results.allSatisfy { $0.error?.reason == .invalidField && $0.error?.message.isEmpty == false })
      #expect(
        answer.results.first?.error?.violations.map(\.field) == [
          "record.compound.display_name", "record.compound.address",
        ]
      )
    }
  }
}
