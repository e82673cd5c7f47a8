internal import RPCCore

/// `grpc.testing.TestService` with the server features of grpc/doc/interop-test-descriptions.md.
struct TestServiceHandlers: TestService {
  /// The largest payload given out, in bytes: a request of ten bytes must not cost two gigabytes.
  private static let maximumPayload = 64 << 20

  func emptyCall(_ request: Empty, context: ServerContext) async throws -> Empty { Empty() }

  func unaryCall(_ request: SimpleRequest, context: ServerContext) async throws -> SimpleResponse {
    try echoMetadata(context)
    try check(request.expectCompressed, isCompressed: context.received.compressed > 0)
    if request.responseCompressed?.value == true { try context.setResponseCompression(.gzip) }
    try echoStatus(request.responseStatus)
    let payload = try payload(request.responseType, size: request.responseSize)
    return .with { $0.payload = payload }
  }

  func streamingOutputCall(
    _ request: StreamingOutputCallRequest,
    responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws {
    try echoMetadata(context)
    // Without effect where the caller does not read it; each response says whether it is compressed.
    try context.setResponseCompression(.gzip)
    try await answer(request, responses)
  }

  func streamingInputCall(
    _ requests: RequestStream<StreamingInputCallRequest>,
    context: ServerContext
  ) async throws -> StreamingInputCallResponse {
    try echoMetadata(context)
    var size = 0
    var compressed = 0
    for try await request in requests {
      let received = context.received.compressed
      try check(request.expectCompressed, isCompressed: received > compressed)
      compressed = received
      size += request.payload?.body.count ?? 0
    }
    return .with { $0.aggregatedPayloadSize = Int32(clamping: size) }
  }

  func fullDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws {
    try echoMetadata(context)
    try context.setResponseCompression(.gzip)
    for try await request in requests { try await answer(request, responses) }
  }

  func unimplementedCall(_ request: Empty, context: ServerContext) async throws -> Empty {
    throw RPCError(code: .unimplemented, message: "no server implements \(context.method)")
  }

  private func answer(
    _ request: StreamingOutputCallRequest,
    _ responses: ResponseWriter<StreamingOutputCallResponse>
  ) async throws {
    try echoStatus(request.responseStatus)
    for parameters in request.responseParameters {
      if parameters.intervalUs > 0 { try await Task.sleep(for: .microseconds(parameters.intervalUs)) }
      let payload = try payload(request.responseType, size: parameters.size)
      try await responses.write(.with { $0.payload = payload }, compressed: parameters.compressed?.value == true)
    }
  }

  private func check(_ expected: BoolValue?, isCompressed: Bool) throws(RPCError) {
    guard let expected, expected.value != isCompressed else { return }
    let (wanted, came) = expected.value ? ("a compressed", "an uncompressed") : ("an uncompressed", "a compressed")
    throw RPCError(code: .invalidArgument, message: "expected \(wanted) request, \(came) one came")
  }

  private func echoMetadata(_ context: ServerContext) throws {
    var initial = Metadata()
    var trailing = Metadata()
    for value in context.metadata.values(for: TestMetadata.initialKey) {
      if case .text(let text) = value { try initial.add(text, for: TestMetadata.initialKey) }
    }
    for value in context.metadata.values(for: TestMetadata.trailingKey) {
      if case .binary(let bytes) = value { try trailing.add(binary: bytes, for: TestMetadata.trailingKey) }
    }
    try context.setInitialMetadata(initial)
    context.setTrailingMetadata(trailing)
  }

  private func echoStatus(_ status: EchoStatus?) throws(RPCError) {
    guard let status, status.code != 0 else { return }
    throw RPCError(code: StatusCode(rawValue: Int(status.code)) ?? .unknown, message: status.message)
  }

  private func payload(_ type: PayloadType, size: Int32) throws(RPCError) -> Payload {
    guard type == .compressable else {
      throw RPCError(code: .invalidArgument, message: "payloads of the type COMPRESSABLE (0) are known, came \(type)")
    }
    guard (0...Self.maximumPayload).contains(Int(size)) else {
      throw RPCError(code: .invalidArgument, message: "expected a size from 0 to \(Self.maximumPayload), came \(size)")
    }
    return .zeros(Int(size))
  }
}
