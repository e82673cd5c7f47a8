internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Honours and designations (荣誉、命名): who may have which, and how often.
@Suite struct HonourTests {
  private static let subjects: KeyValuePairs<String, String> = [
    "firm": TestService.firm, "project": TestService.project, "compound": TestService.compound,
    "committee": "cities/370800/committees/b1", "division": TestService.county,
  ]

  private static let kinds: [(kind: Honour.Kind, subjects: Set<String>)] = [
    (.modelCompound, ["compound"]), (.qualityBenchmark, ["firm", "project"]), (.redCommittee, ["committee"]),
    (.redFirm, ["firm"]), (.commendation, ["firm", "project", "compound", "committee", "division"]),
  ]

  @discardableResult
  private static func create(
    _ service: TestService,
    _ kind: Honour.Kind = .qualityBenchmark,
    _ subject: String = TestService.firm,
    _ change: (inout Honour) -> Void = { _ in }
  ) async throws -> Honour {
    var honour = Honour.with {
      $0.division = TestService.county
      $0.displayName = "质量标杆"
      $0.kind = kind
      $0.subject = subject
      $0.level = .province
      $0.batch = 1
      $0.year = 2024
    }
    change(&honour)
    return try await service.recognition.createHonour(
      .with {
        $0.parent = TestService.city
        $0.honour = honour
      }
    )
  }

  @Test(arguments: kinds.map(\.kind))
  func eachKindIsForItsSubjects(kind: Honour.Kind) async throws {
    let fit = try #require(Self.kinds.first { $0.kind == kind }).subjects
    try await TestService.withCity { service in
      try await service.makeProject()
      try await service.makeCommittee()
      for (type, subject) in Self.subjects {
        if fit.contains(type) {
          #expect(try await Self.create(service, kind, subject).subject == subject)
        } else {
          let refused = try await failure { try await Self.create(service, kind, subject) }
          #expect(refused.code == .invalidArgument && refused.fields == ["honour.subject: INVALID_FIELD"])
        }
      }
    }
  }

  @Test func aSubjectHasAnHonourOnceInABatch() async throws {
    try await TestService.withCity { service in
      let first = try await Self.create(service)
      let refused = try await failure { try await Self.create(service) { $0.displayName = "别名" } }
      #expect(refused.code == .failedPrecondition && refused.reason == "DUPLICATE_RECORD")
      #expect(refused.metadata == ["name": first.name])
      let second = try await Self.create(service) { $0.batch = 2 }
      try await Self.create(service) { $0.year = 2025 }
      try await Self.create(service, .redFirm)
      try await Self.create(service, .qualityBenchmark, TestService.otherFirm)
      let moved = try await failure {
        try await service.recognition.updateHonour(
          .with {
            $0.honour = .with {
              $0.name = second.name
              $0.batch = 1
            }
          }
        )
      }
      #expect(moved.reason == "DUPLICATE_RECORD")
      // Commendations go by what they are called.
      try await Self.create(service, .commendation) { $0.displayName = "省住建厅点赞" }
      try await Self.create(service, .commendation) { $0.displayName = "全省推广" }
      let again = try await failure { try await Self.create(service, .commendation) { $0.displayName = "全省推广" } }
      #expect(again.reason == "DUPLICATE_RECORD")
      // One that was entered in error and deleted can be entered anew.
      _ = try await service.recognition.deleteHonour(.with { $0.name = first.name })
      let anew = try await Self.create(service)
      let listed = try await service.recognition.listHonours(
        .with {
          $0.parent = TestService.city
          $0.filter = "kind = QUALITY_BENCHMARK AND year = 2024 AND batch = 1"
          $0.orderBy = "subject"
        }
      )
      #expect(listed.honours.map(\.subject) == [TestService.otherFirm, TestService.firm])
      #expect(listed.honours.last == anew)
    }
  }

  @Test func aSubjectLiesInItsHonoursDivision() async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await Self.create(service, .modelCompound, TestService.otherCompound)
      }
      #expect(refused.fields == ["honour.subject: INVALID_FIELD"])
      try await Self.create(service, .modelCompound, TestService.otherCompound) {
        $0.division = TestService.otherCounty
      }
    }
  }
}
