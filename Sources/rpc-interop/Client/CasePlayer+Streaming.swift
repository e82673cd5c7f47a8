internal import RPCCore

extension CasePlayer {
  private static let requestSizes = [27_182, 8, 1_828, 45_904]
  private static let responseSizes = [31_415, 9, 2_653, 58_979]

  static func request(size: Int, responseSize: Int) -> StreamingOutputCallRequest {
    .with {
      $0.responseParameters = [.with { $0.size = Int32(responseSize) }]
      $0.payload = .zeros(size)
    }
  }

  func clientStreaming(_ service: TestServiceClient) async throws {
    let call = service.streamingInputCall()
    for size in Self.requestSizes { try await call.send(.with { $0.payload = .zeros(size) }) }
    let size = try await call.finish().aggregatedPayloadSize
    try expect(size == 74_922, "expected an aggregated payload size of 74922, came \(size)")
  }

  func serverStreaming(_ service: TestServiceClient) async throws {
    let request = StreamingOutputCallRequest.with {
      $0.responseParameters = Self.responseSizes.map { size in .with { $0.size = Int32(size) } }
    }
    var count = 0
    for try await response in service.streamingOutputCall(request) {
      try expect(count < Self.responseSizes.count, "expected \(Self.responseSizes.count) responses, came more")
      try expect(response.payload, size: Self.responseSizes[count])
      count += 1
    }
    try expect(count == Self.responseSizes.count, "expected \(Self.responseSizes.count) responses, came \(count)")
  }

  func pingPong(_ service: TestServiceClient) async throws {
    let call = service.fullDuplexCall()
    var responses = call.responses.makeAsyncIterator()
    for (size, responseSize) in zip(Self.requestSizes, Self.responseSizes) {
      try await call.send(Self.request(size: size, responseSize: responseSize))
      let response = try await responses.next()
      try expect(response != nil, "the server ended the call before it answered the request of \(size) bytes")
      try expect(response?.payload, size: responseSize)
    }
    call.finishSending()
    try expect(try await responses.next() == nil, "expected four responses, came more")
  }

  func emptyStream(_ service: TestServiceClient) async throws {
    let call = service.fullDuplexCall()
    call.finishSending()
    for try await _ in call.responses { throw Failure("expected no response, came one") }
  }
}
