internal import RPCCore

extension CasePlayer {
  func statusCodeAndMessage(_ service: TestServiceClient) async throws {
    let message = "test status message"
    let status = EchoStatus.with {
      $0.code = 2
      $0.message = message
    }
    try await expect(.unknown, message) { () async throws(RPCError) in
      try await service.unaryCall(.with { $0.responseStatus = status })
    }
    let call = service.fullDuplexCall()
    try await call.send(.with { $0.responseStatus = status })
    call.finishSending()
    try await expect(.unknown, message) { () async throws(RPCError) in
      for try await _ in call.responses {}
    }
  }

  func specialStatusMessage(_ service: TestServiceClient) async throws {
    let message = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
    let request = SimpleRequest.with {
      $0.responseStatus = .with {
        $0.code = 2
        $0.message = message
      }
    }
    try await expect(.unknown, message) { () async throws(RPCError) in try await service.unaryCall(request) }
  }

  func unimplementedMethod(_ service: TestServiceClient) async throws {
    try await expect(.unimplemented) { () async throws(RPCError) in try await service.unimplementedCall(Empty()) }
  }

  func unimplementedService(_ service: UnimplementedServiceClient) async throws {
    try await expect(.unimplemented) { () async throws(RPCError) in try await service.unimplementedCall(Empty()) }
  }
}
