/// How many messages flow each way in a call.
public enum MethodKind: Sendable, Hashable {
  /// One request, one response.
  case unary
  /// Many requests, one response.
  case clientStreaming
  /// One request, many responses.
  case serverStreaming
  /// Many requests, many responses, in any interleaving.
  case bidirectionalStreaming

  /// Whether the caller sends exactly one message.
  public var hasSingleRequest: Bool { self == .unary || self == .serverStreaming }
  /// Whether the server sends exactly one message when the call succeeds.
  public var hasSingleResponse: Bool { self == .unary || self == .clientStreaming }
}
