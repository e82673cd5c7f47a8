internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Disclosures (三公开): by a project or a committee, to the owners of what it serves or governs.
@Suite struct DisclosureTests {
  private static func make(in city: TestCity, _ change: (inout Disclosure) -> Void = { _ in }) async throws
    -> Disclosure
  {
    var disclosure = Disclosure.with {
      $0.division = TestCity.community
      $0.kind = .accounts
      $0.subject = TestCity.project
      $0.compound = TestCity.compound
      $0.publicationDate = CalendarDate("2026-01-15")
      $0.periodFrom = CalendarDate("2025-01-01")
      $0.periodTo = CalendarDate("2026-01-01")
    }
    change(&disclosure)
    return try await city.works.policies.createDisclosure(
      .with {
        $0.parent = TestCity.name
        $0.disclosure = disclosure
      }
    )
  }

  @Test func itTellsThoseWhomItConcerns() async throws {
    let city = try await TestCity()
    let cases: [(String, String, (inout Disclosure) -> Void)] = [
      ("disclosure.compound", "INVALID_FIELD", { $0.compound = TestCity.otherCompound }),
      ("disclosure.subject", "INVALID_FIELD", { $0.kind = .committeeWork }),
      ("disclosure.period_to", "PERIOD_REVERSED", { $0.periodTo = CalendarDate("2025-01-01") }),
      ("disclosure.publication_date", "EVENT_TIME_IN_FUTURE", { $0.publicationDate = CalendarDate("2026-02-01") }),
    ]
    for (field, reason, change) in cases {
      let refused = try await expectRefusal(.invalidArgument, reason) { try await Self.make(in: city, change) }
      #expect(refused?.fields == [field: reason])
    }
    let made = try await Self.make(in: city)
    let found = try await city.works.policies.listDisclosures(
      .with {
        $0.parent = TestCity.name
        $0.filter = "subject = \"\(TestCity.project)\" AND kind = ACCOUNTS"
      }
    )
    #expect(found.disclosures == [made])
  }
}
