internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Policy documents: versions that follow one another.
@Suite struct PolicyDocumentTests {
  private static func make(
    _ version: Int32,
    from day: String?,
    in city: TestCity,
    _ change: (inout PolicyDocument) -> Void = { _ in }
  ) async throws -> PolicyDocument {
    var document = PolicyDocument.with {
      $0.division = "\(TestCity.name)/divisions/370800"
      $0.displayName = "关于加强物业党建的意见"
      $0.version = version
      $0.topic = .partyBuilding
      $0.validFrom = day.map { CalendarDate($0) }
    }
    change(&document)
    return try await city.works.policies.createPolicyDocument(
      .with {
        $0.parent = TestCity.name
        $0.policyDocument = document
      }
    )
  }

  @Test func aNewVersionEndsTheOneThatItReplaces() async throws {
    let city = try await TestCity()
    let first = try await Self.make(1, from: "2021-05-01", in: city)
    let second = try await Self.make(2, from: "2024-03-01", in: city) { $0.supersedes = first.name }
    let ended = try await city.works.policies.getPolicyDocument(.with { $0.name = first.name })
    #expect(ended.validTo?.text == "2024-03-01" && ended.etag != first.etag)
    #expect(second.validTo == nil)
    let inForce = try await city.works.policies.listPolicyDocuments(
      .with {
        $0.parent = TestCity.name
        $0.filter = "valid_from <= 2023-12-31 AND valid_to > 2023-12-31"
      }
    )
    #expect(inForce.policyDocuments == [ended])
    let changes = try await city.changes.listChanges(
      .with {
        $0.parent = TestCity.name
        $0.kinds = ["redsail/PolicyDocument"]
      }
    )
    #expect(changes.changes.map(\.name) == [first.name, first.name, second.name])
  }

  @Test func versionsRiseAndPeriodsFollow() async throws {
    let city = try await TestCity()
    let first = try await Self.make(2, from: "2021-05-01", in: city) { $0.validTo = CalendarDate("2025-01-01") }
    let low = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(2, from: "2025-01-01", in: city) { $0.supersedes = first.name }
    }
    #expect(low?.fields == ["policy_document.version": "INVALID_FIELD"])
    let undated = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await Self.make(3, from: nil, in: city) { $0.supersedes = first.name }
    }
    #expect(undated?.fields == ["policy_document.valid_from": "REQUIRED_FIELD"])
    let overlap = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await Self.make(3, from: "2024-12-31", in: city) { $0.supersedes = first.name }
    }
    #expect(overlap?.metadata == ["name": first.name])
    let reversed = try await expectRefusal(.invalidArgument, "PERIOD_REVERSED") {
      try await Self.make(3, from: "2021-05-01", in: city) { $0.supersedes = first.name }
    }
    #expect(reversed?.fields == ["policy_document.valid_from": "PERIOD_REVERSED"])
    let second = try await Self.make(3, from: "2025-01-01", in: city) { $0.supersedes = first.name }
    let twice = try await expectRefusal(.failedPrecondition, "DUPLICATE_RECORD") {
      try await Self.make(4, from: "2025-06-01", in: city) { $0.supersedes = first.name }
    }
    #expect(twice?.metadata == ["name": second.name])
  }

  @Test func aTextIsNamedByItsDigest() async throws {
    let city = try await TestCity()
    for digest in [
      String(repeating: "a", count: 63), String(repeating: "A", count: 64), String(repeating: "g", count: 64),
    ] {
      let refused = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
        try await Self.make(1, from: nil, in: city) { $0.contentSha256 = digest }
      }
      #expect(refused?.fields == ["policy_document.content_sha256": "INVALID_FIELD"])
    }
    _ = try await Self.make(1, from: nil, in: city) { $0.contentSha256 = String(repeating: "0f", count: 32) }
  }
}
