internal import RPCCore

extension CasePlayer {
  /// The sizes of the large calls, in bytes.
  static let largeRequestSize = 271_828
  static let largeResponseSize = 314_159

  static var largeRequest: SimpleRequest {
    .with {
      $0.responseSize = Int32(largeResponseSize)
      $0.payload = .zeros(largeRequestSize)
    }
  }

  func emptyUnary(_ service: TestServiceClient) async throws {
    let response = try await service.emptyCall(Empty())
    let bytes = try response.serialized().count
    try expect(bytes == 0, "expected a response of no bytes, came \(bytes)")
  }

  func largeUnary(_ service: TestServiceClient) async throws {
    let response = try await service.unaryCall(Self.largeRequest)
    try expect(response.payload, size: Self.largeResponseSize)
  }
}
