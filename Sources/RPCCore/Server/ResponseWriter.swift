public import ProtobufRuntime

/// Sends the responses of a server-streaming or bidirectional call.
public struct ResponseWriter<Response: Message>: Sendable {
  @usableFromInline let responder: ServerResponder

  @usableFromInline
  init(_ responder: ServerResponder) { self.responder = responder }

  /// Sends one response. Waits while the caller does not take what was sent before; throws CANCELLED or
  /// DEADLINE_EXCEEDED once the call is over.
  ///
  /// With `compressed` false it goes out as it is, even in a call whose responses are compressed: for secrets beside text
  /// that an attacker chooses (grpc/doc/compression.md).
  @inlinable
  public func write(_ response: Response, compressed: Bool = true) async throws(RPCError) {
    try await responder.send(MessageCoding.frame(response), compressed: compressed)
  }
}
