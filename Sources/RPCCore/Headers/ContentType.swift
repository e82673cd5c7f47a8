/// The `content-type` of gRPC messages (grpc/doc/PROTOCOL-HTTP2.md).
enum ContentType {
  /// What this library sends.
  static let grpc = "application/grpc"

  /// Whether a peer's value means gRPC with Protocol Buffers: `application/grpc` or `application/grpc+proto`, perhaps
  /// with parameters.
  static func isAccepted(_ value: Span<UInt8>) -> Bool {
    if value.equals(grpc) { return true }
    guard value.hasPrefixIgnoringCase(grpc) else { return false }
    let rest = value.extracting(grpc.utf8.count..<value.count)
    if rest.isEmpty || rest[0] == UInt8(ascii: ";") { return true }
    guard rest.hasPrefixIgnoringCase("+proto") else { return false }
    return rest.count == 6 || rest[6] == UInt8(ascii: ";")
  }
}
