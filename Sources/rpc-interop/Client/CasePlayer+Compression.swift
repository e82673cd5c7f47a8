internal import RPCCore

extension CasePlayer {
  private static let compressed = CallOptions(compression: .gzip)

  func clientCompressedUnary(_ service: TestServiceClient) async throws {
    var request = Self.largeRequest
    request.expectCompressed = .with { $0.value = true }
    let probe = request
    try await expect(.invalidArgument) { () async throws(RPCError) in try await service.unaryCall(probe) }
    let compressed = try await service.unaryCall(request, options: Self.compressed)
    try expect(compressed.payload, size: Self.largeResponseSize)
    request.expectCompressed = .with { $0.value = false }
    let plain = try await service.unaryCall(request)
    try expect(plain.payload, size: Self.largeResponseSize)
  }

  func serverCompressedUnary(_ service: TestServiceClient) async throws {
    for isWanted in [true, false] {
      var request = Self.largeRequest
      request.responseCompressed = .with { $0.value = isWanted }
      let response = try await service.channel.unaryResponse(TestServiceMethods.unaryCall, request)
      try expect(response.message.payload, size: Self.largeResponseSize)
      try expect(isCompressed: response.isCompressed, isWanted)
    }
  }

  func clientCompressedStreaming(_ service: TestServiceClient) async throws {
    let first = Self.request(size: 27_182, isCompressed: true)
    let probe = service.streamingInputCall()
    try await expect(.invalidArgument) { () async throws(RPCError) in
      try await probe.send(first)
      return try await probe.finish()
    }
    let call = service.streamingInputCall(options: Self.compressed)
    try await call.send(first)
    try await call.send(Self.request(size: 45_904, isCompressed: false), compressed: false)
    let size = try await call.finish().aggregatedPayloadSize
    try expect(size == 73_086, "expected an aggregated payload size of 73086, came \(size)")
  }

  func serverCompressedStreaming(_ service: TestServiceClient) async throws {
    let wanted = [(size: 31_415, isCompressed: true), (size: 92_653, isCompressed: false)]
    let request = StreamingOutputCallRequest.with {
      $0.responseParameters = wanted.map { response in
        .with {
          $0.size = Int32(response.size)
          $0.compressed = .with { $0.value = response.isCompressed }
        }
      }
    }
    let stream = service.streamingOutputCall(request)
    var responses = stream.makeAsyncIterator()
    for response in wanted {
      let compressedBefore = stream.compressedResponses
      let message = try await responses.next()
      try expect(message != nil, "expected \(wanted.count) responses, came fewer")
      try expect(message?.payload, size: response.size)
      try expect(isCompressed: stream.compressedResponses > compressedBefore, response.isCompressed)
    }
    try expect(try await responses.next() == nil, "expected \(wanted.count) responses, came more")
  }

  private func expect(isCompressed: Bool, _ isWanted: Bool) throws(Failure) {
    try expect(isCompressed == isWanted, "expected a response that is \(isWanted ? "" : "not ")compressed")
  }

  private static func request(size: Int, isCompressed: Bool) -> StreamingInputCallRequest {
    .with {
      $0.expectCompressed = .with { $0.value = isCompressed }
      $0.payload = .zeros(size)
    }
  }
}
