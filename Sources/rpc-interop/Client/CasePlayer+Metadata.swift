internal import RPCCore

extension CasePlayer {
  private static let initialValue = "test_initial_metadata_value"
  private static let trailingValue: [UInt8] = [0xab, 0xab, 0xab]

  func customMetadata(_ service: TestServiceClient) async throws {
    var metadata = Metadata()
    try metadata.add(Self.initialValue, for: TestMetadata.initialKey)
    try metadata.add(binary: Self.trailingValue, for: TestMetadata.trailingKey)
    let options = CallOptions(metadata: metadata)

    let response = try await service.channel.unaryResponse(
      TestServiceMethods.unaryCall,
      Self.largeRequest,
      options: options
    )
    try expect(response.message.payload, size: Self.largeResponseSize)
    try check(response.initialMetadata, response.trailingMetadata, of: "UnaryCall")

    let call = service.fullDuplexCall(options: options)
    try await call.send(Self.request(size: Self.largeRequestSize, responseSize: Self.largeResponseSize))
    call.finishSending()
    var count = 0
    for try await response in call.responses {
      try expect(response.payload, size: Self.largeResponseSize)
      count += 1
    }
    try expect(count == 1, "expected one response, came \(count)")
    try check(try await call.responses.initialMetadata(), call.responses.trailingMetadata, of: "FullDuplexCall")
  }

  private func check(_ initial: Metadata, _ trailing: Metadata, of method: String) throws {
    let text = initial.values(for: TestMetadata.initialKey)
    try expect(
      text == [.text(Self.initialValue)],
      "expected \(TestMetadata.initialKey) '\(Self.initialValue)' in the initial metadata of \(method), came \(text)"
    )
    let bytes = trailing.values(for: TestMetadata.trailingKey)
    try expect(
      bytes == [.binary(Self.trailingValue)],
      "expected \(TestMetadata.trailingKey) \(Self.trailingValue) in the trailing metadata of \(method), came \(bytes)"
    )
  }
}
