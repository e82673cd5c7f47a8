internal import Foundation
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Entries that are only checked.
@Suite struct RecordValidationTests {
  private static func message(_ resources: [(AnyRecord.Resource, RecordEntry.Mode)]) -> ImportRecordsRequest {
    .with { $0.entries = resources.map { RecordImportTests.entry($0.0, $0.1) } }
  }

  private static func message(_ resources: AnyRecord.Resource...) -> ImportRecordsRequest {
    message(resources.map { ($0, .unspecified) })
  }

  private static func building(_ id: String, of compound: String) -> AnyRecord.Resource {
    .building(
      .with {
        $0.name = "cities/370800/buildings/\(id)"
        $0.division = TestService.community
        $0.compound = "cities/370800/compounds/\(compound)"
        $0.displayName = "\(id)号楼"
      }
    )
  }

  /// More entries than one part holds, so that what comes before them and after them is never checked in one part.
  private static func others(_ letter: String) -> ImportRecordsRequest {
    message((0..<450).map { (.compound(RecordImportTests.compound("\(letter)\($0)")), .unspecified) })
  }

  /// Others write while a stream that is validated stays open, and what they write counts from then on.
  @Test func othersWriteBesideAnOpenValidation() async throws {
    try await TestService.withCity { service in
      let call = service.records.importRecords()
      var first = Self.message(.compound(RecordImportTests.compound("n1")))
      first.parent = TestService.city
      first.validateOnly = true
      try await call.send(first)
      try await call.send(Self.others("a"))
      let beside = try await RecordImportTests.push(
        service,
        [RecordImportTests.entry(.compound(RecordImportTests.compound("beside")))]
      )
      #expect(beside.map(\.outcome) == [.created])
      try await call.send(Self.message(Self.building("b1", of: "n1"), Self.building("b2", of: "beside")))
      let answer = try await call.finish()
      #expect(answer.createdCount == 453 && answer.failedCount == 0)
      let stored = try await service.compounds.listCompounds(.with { $0.parent = TestService.city }).compounds
      #expect(
        stored.map(\.name).sorted() == [
          "cities/370800/compounds/beside", TestService.compound, TestService.otherCompound,
        ]
      )
    }
  }

  /// An entry meets the same refusal in a validation as in the import, however far behind the entry that causes it.
  @Test(arguments: [true, false])
  func partsAreJudgedTogether(_ validateOnly: Bool) async throws {
    try await TestService.withCity { service in
      var messages = [
        Self.message(.compound(RecordImportTests.compound("n1"))), Self.others("a"),
        Self.message(Self.building("b1", of: "n1")), Self.others("b"),
        Self.message([
          (.compound(RecordImportTests.compound("n1") { $0.displayName = "别的" }), .unspecified),
          (Self.building("b2", of: "nowhere"), .unspecified),
          (.compound(RecordImportTests.compound("n1")), .delete),
          (.compound(RecordImportTests.compound("a7")), .delete),
        ]),
        Self.message(Self.building("b3", of: "a7")),
      ]
      messages[0].validateOnly = validateOnly
      let answer = try await RecordImportTests.load(service, messages)
      #expect(answer.results.map(\.index) == Array(0..<Int32(907)))
      let told = answer.results.suffix(5).map {
        $0.outcome == .failed ? "\($0.error?.reason ?? .unspecified)" : "\($0.outcome)"
      }
      #expect(
        told == ["nameTaken", "referenceNotFound", "stillReferenced", "deleted", "referenceNotFound"]
      )
      #expect(answer.results.dropLast(5).allSatisfy { $0.outcome == .created })
    }
  }

  @Test func aRepeatedRequestIsRecognised() async throws {
    try await TestService.withCity { service in
      let twice = RecordImportTests.entry(.compound(RecordImportTests.compound("n1")))
      var messages = [ImportRecordsRequest.with { $0.entries = [twice] }, Self.others("a")]
      messages.append(messages[0])
      messages[0].validateOnly = true
      let answer = try await RecordImportTests.load(service, messages)
      #expect(answer.results.last?.outcome == .present)
    }
  }
}
