internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Exports at one revision.
@Suite struct RecordExportTests {
  private func load(_ service: TestService, _ range: Range<Int>) async throws {
    let address = String(repeating: "路", count: 200)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 500) {
      let results = try await RecordImportTests.push(
        service,
        (start..<min(start + 500, range.upperBound)).map { index in
          RecordImportTests.entry(.compound(RecordImportTests.compound("x\(index)") { $0.address = address }))
        }
      )
      #expect(results.allSatisfy { $0.outcome == .created })
    }
  }

  private func request(_ change: (inout ExportRecordsRequest) -> Void = { _ in }) -> ExportRecordsRequest {
    var request = ExportRecordsRequest.with { $0.parent = TestService.city }
    change(&request)
    return request
  }

  @Test func writesDuringAnExportAreNotInItAndFollowInTheFeed() async throws {
    try await TestService.withCity { service in
      try await load(service, 0..<3_000)
      let before = try await service.compounds.getCompound(.with { $0.name = "cities/370800/compounds/x2999" })
      let stream = service.records.exportRecords(request())
      var messages = stream.makeAsyncIterator()
      let first = try #require(try await messages.next())
      // Changed, made and deleted while the export is under way.
      try await load(service, 5_000..<5_010)
      let changed = try await service.compounds.updateCompound(
        .with {
          $0.compound = .with {
            $0.name = before.name
            $0.displayName = "改名"
          }
        }
      )
      _ = try await service.compounds.deleteCompound(.with { $0.name = "cities/370800/compounds/x2998" })
      var all = first.records
      var count = 1
      while let message = try await messages.next() {
        #expect(message.revision == first.revision && message.cursor.isEmpty)
        #expect(try message.serialized().count < 1 << 20)
        all += message.records
        count += 1
      }
      #expect(count > 3)
      let compounds = all.compactMap { record -> Compound? in
        if case .compound(let compound) = record.resource { compound } else { nil }
      }
      #expect(compounds.count == 3_002)
      #expect(Set(compounds.map(\.name)).count == 3_002)
      #expect(compounds.contains(before) && !compounds.contains(changed))
      let page = try await service.feed.listChanges(
        .with {
          $0.parent = TestService.city
          $0.cursor = first.cursor
        }
      )
      #expect(page.changes.count == 12)
      #expect(page.changes.allSatisfy { $0.revision > first.revision })

      // The same revision, again from the beginning and from the middle.
      var again: [AnyRecord] = []
      for try await message in service.records.exportRecords(request { $0.revision = first.revision }) {
        again += message.records
      }
      #expect(again == all)
      var rest: [AnyRecord] = []
      for try await message in service.records.exportRecords(request { $0.pageToken = first.nextPageToken }) {
        #expect(message.revision == first.revision)
        rest += message.records
      }
      #expect(first.records + rest == all)
    }
  }

  @Test func kindsDivisionAndDeletedOnes() async throws {
    try await TestService.withCity { service in
      _ = try await service.compounds.deleteCompound(.with { $0.name = TestService.otherCompound })
      func names(_ change: (inout ExportRecordsRequest) -> Void) async throws -> [String] {
        var names: [String] = []
        for try await message in service.records.exportRecords(request(change)) {
          for record in message.records { names.append(record.resource?.storedName ?? "") }
        }
        return names
      }
      #expect(try await names { $0.kinds = ["redsail/Compound"] } == [TestService.compound])
      let deleted = try await names {
        $0.kinds = ["redsail/Compound"]
        $0.showDeleted = true
      }
      #expect(deleted == [TestService.compound, TestService.otherCompound])
      let below = try await names {
        $0.kinds = ["redsail/Division", "redsail/Grid"]
        $0.division = TestService.street
      }
      #expect(below == [TestService.street, TestService.community, TestService.grid])
      let wrong = try await failure { try await names { $0.kinds = ["redsail/City"] } }
      #expect(wrong.fields == ["kinds[0]: INVALID_FIELD"])
      let ahead = try await failure { try await names { $0.revision = 1_000_000 } }
      #expect(ahead.code == .outOfRange && ahead.reason == "REVISION_NOT_KEPT")
      let token = try await failure { try await names { $0.pageToken = "x" } }
      #expect(token.reason == "INVALID_PAGE_TOKEN")
      let cityless = try await failure { try await names { $0.parent = "cities/370900" } }
      #expect(cityless.code == .notFound)
    }
  }

  @Test func anEmptySelectionStillTellsRevisionAndCursor() async throws {
    try await TestService.withCity { service in
      var messages: [ExportRecordsResponse] = []
      for try await message in service.records.exportRecords(request { $0.kinds = ["redsail/Hazard"] }) {
        messages.append(message)
      }
      #expect(messages.count == 1)
      #expect(messages.first?.cursor.isEmpty == false && messages.first?.nextPageToken == "")
    }
  }
}

extension AnyRecord.Resource {
  fileprivate var storedName: String {
    switch self {
    case .compound(let record): record.name
    case .division(let record): record.name
    case .grid(let record): record.name
    default: ""
    }
  }
}
