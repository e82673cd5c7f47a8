internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Who holds the key posts of a firm (关键岗位).
@Suite struct KeyPostTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let expected: String
    let change: @Sendable (inout KeyPost) -> Void
    var testDescription: String { expected }
  }

  private static let cases: [Case] = [
    Case(expected: "key_post.project: REQUIRED_FIELD") { $0.project = "" },
    Case(expected: "key_post.project: INVALID_FIELD") { $0.firm = TestService.otherFirm },
    Case(expected: "key_post.post: REQUIRED_FIELD") { $0.post = .unspecified },
    Case(expected: "key_post.holder: REQUIRED_FIELD") { $0.holder = nil },
    Case(expected: "key_post.holder.reference: REQUIRED_FIELD") { $0.holder = .init() },
    Case(expected: "key_post.valid_to: PERIOD_REVERSED") {
      $0.validFrom = CalendarDate(2025, 1, 1)
      $0.validTo = CalendarDate(2025, 1, 1)
    },
  ]

  @Test(arguments: cases)
  func aWrongFieldIsNamed(wrong: Case) async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      let refused = try await failure { try await service.makeKeyPost("k1", wrong.change) }
      #expect(refused.code == .invalidArgument && refused.fields == [wrong.expected])
    }
  }

  @Test func aProjectHasOneManagerAtATime() async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      let first = try await service.makeKeyPost {
        $0.validFrom = CalendarDate(2023, 1, 1)
        $0.validTo = CalendarDate(2024, 1, 1)
      }
      let refused = try await failure {
        try await service.makeKeyPost("k2") {
          $0.validFrom = CalendarDate(2023, 12, 31)
          $0.holder = .with { $0.reference = "p-2" }
        }
      }
      #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OVERLAP")
      #expect(refused.metadata == ["name": first.name])
      let second = try await service.makeKeyPost("k2") {
        $0.validFrom = CalendarDate(2024, 1, 1)
        $0.holder = .with { $0.reference = "p-2" }
      }
      // Other posts of the project have holders beside the manager, and more than one.
      for id in ["k3", "k4"] { try await service.makeKeyPost(id) { $0.post = .other } }
      let longer = try await failure {
        try await service.personnel.updateKeyPost(
          .with {
            $0.keyPost = .with {
              $0.name = first.name
              $0.validTo = CalendarDate(2024, 1, 2)
            }
          }
        )
      }
      #expect(longer.reason == "PERIOD_OVERLAP" && longer.metadata == ["name": second.name])
      let listed = try await service.personnel.listKeyPosts(
        .with {
          $0.parent = TestService.city
          $0.filter = "post = PROJECT_MANAGER AND holder.reference = \"p-2\""
        }
      )
      #expect(listed.keyPosts == [second])
      _ = try await service.personnel.deleteKeyPost(.with { $0.name = second.name })
      try await service.makeKeyPost("k5") { $0.validFrom = CalendarDate(2024, 1, 1) }
      let restored = try await failure {
        try await service.personnel.undeleteKeyPost(.with { $0.name = second.name })
      }
      #expect(restored.reason == "PERIOD_OVERLAP")
    }
  }

  @Test func aPostLiesWithinItsFirmsAndProjectsTime() async throws {
    try await TestService.withCity { service in
      _ = try await service.firms.updateFirm(
        .with {
          $0.firm = .with {
            $0.name = TestService.firm
            $0.validFrom = CalendarDate(2020, 1, 1)
          }
        }
      )
      try await service.makeProject {
        $0.validFrom = CalendarDate(2021, 1, 1)
        $0.validTo = CalendarDate(2025, 1, 1)
      }
      let firm = try await failure {
        try await service.makeKeyPost {
          $0.post = .firmHead
          $0.project = ""
          $0.validFrom = CalendarDate(2019, 12, 31)
        }
      }
      #expect(firm.code == .failedPrecondition && firm.reason == "PERIOD_OUTSIDE")
      #expect(firm.metadata == ["name": TestService.firm])
      let project = try await failure {
        try await service.makeKeyPost { $0.validFrom = CalendarDate(2021, 1, 1) }
      }
      #expect(project.reason == "PERIOD_OUTSIDE" && project.metadata == ["name": TestService.project])
      try await service.makeKeyPost {
        $0.validFrom = CalendarDate(2021, 1, 1)
        $0.validTo = CalendarDate(2025, 1, 1)
      }
    }
  }
}
