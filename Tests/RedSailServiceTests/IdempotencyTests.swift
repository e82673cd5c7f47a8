internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

@Suite struct IdempotencyTests {
  private static let requestID = "6f1b8a0e-2f1c-4f53-9a3c-0d9d6c1f2b7a"

  private static let creation = CreateFirmRequest.with {
    $0.parent = TestService.city
    $0.firmID = "914403001922038216"
    $0.firm = .with {
      $0.division = TestService.county
      $0.displayName = "济宁物业"
    }
    $0.requestID = requestID
  }

  @Test func aRepeatedRequestGetsTheFirstAnswer() async throws {
    try await TestService.withCity { service in
      let first = try await service.firms.createFirm(Self.creation)
      service.clock.advance(seconds: 3_600)
      _ = try await service.firms.updateFirm(
        .with {
          $0.firm = .with {
            $0.name = first.name
            $0.displayName = "改名"
          }
        }
      )
      #expect(try await service.firms.createFirm(Self.creation) == first)
      var shouting = Self.creation
      shouting.requestID = Self.requestID.uppercased()
      #expect(try await service.firms.createFirm(shouting) == first)
      let stored = try await service.firms.getFirm(.with { $0.name = first.name })
      #expect(stored.displayName == "改名")
    }
  }

  @Test func anotherPayloadIsRefused() async throws {
    try await TestService.withCity { service in
      _ = try await service.firms.createFirm(Self.creation)
      var other = Self.creation
      other.firm?.displayName = "另一家"
      let refused = try await failure { try await service.firms.createFirm(other) }
      #expect(refused.code == .alreadyExists && refused.reason == "REQUEST_ID_REUSED")
      let deletion = try await failure {
        try await service.firms.deleteFirm(
          .with {
            $0.name = TestService.firm
            $0.requestID = Self.requestID
          }
        )
      }
      #expect(deletion.reason == "REQUEST_ID_REUSED")
    }
  }

  @Test func aRefusedRequestIsNotRemembered() async throws {
    try await TestService.withCity { service in
      var early = Self.creation
      early.firm?.division = "cities/370800/divisions/370826"
      let refused = try await failure { try await service.firms.createFirm(early) }
      #expect(refused.reason == "REFERENCE_NOT_FOUND")
      try await service.makeDivision("370826", .county, below: "370800", "微山县")
      #expect(try await service.firms.createFirm(early).division.hasSuffix("370826"))
    }
  }

  @Test func answersOutliveARestart() async throws {
    let service = try await TestService()
    try await service.makeCity()
    let first = try await service.firms.createFirm(Self.creation)
    try await service.store.close()
    let restarted = try await TestService(directory: service.directory, clock: service.clock)
    #expect(try await restarted.firms.createFirm(Self.creation) == first)
    try await restarted.close()
  }

  @Test(arguments: ["1", "6f1b8a0e2f1c4f539a3c0d9d6c1f2b7a", "6f1b8a0e-2f1c-4f53-9a3c-0d9d6c1f2b7g"])
  func aRequestIDIsAUUID(id: String) async throws {
    try await TestService.withCity { service in
      var request = Self.creation
      request.requestID = id
      let refused = try await failure { try await service.firms.createFirm(request) }
      #expect(refused.code == .invalidArgument && refused.fields == ["request_id: INVALID_REQUEST_ID"])
    }
  }
}
