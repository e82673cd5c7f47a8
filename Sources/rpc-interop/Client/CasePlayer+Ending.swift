internal import RPCCore

extension CasePlayer {
  func cancelAfterBegin(_ service: TestServiceClient) async throws {
    let call = service.streamingInputCall()
    call.cancel()
    try await expect(.cancelled) { () async throws(RPCError) in try await call.finish() }
  }

  func cancelAfterFirstResponse(_ service: TestServiceClient) async throws {
    let call = service.fullDuplexCall()
    try await call.send(Self.request(size: 27_182, responseSize: 31_415))
    var responses = call.responses.makeAsyncIterator()
    let response = try await responses.next()
    try expect(response != nil, "the server ended the call without a response")
    try expect(response?.payload, size: 31_415)
    call.cancel()
    try await expect(.cancelled) { () async throws(RPCError) in
      while try await responses.next() != nil {}
    }
  }

  func timeoutOnSleepingServer(_ service: TestServiceClient) async throws {
    let call = service.fullDuplexCall(options: CallOptions(timeout: .milliseconds(1)))
    // The request may come too late already; the status counts.
    try? await call.send(.with { $0.payload = .zeros(27_182) })
    try await expect(.deadlineExceeded) { () async throws(RPCError) in
      for try await _ in call.responses {}
    }
  }
}
