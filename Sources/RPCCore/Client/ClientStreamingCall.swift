public import NIOCore
public import ProtobufRuntime

/// A call with many requests and one response: send, send, …, finish.
///
/// Letting go of the last copy before `finish` has come back cancels the call.
public struct ClientStreamingCall<Request: Message, Response: Message>: Sendable {
  @usableFromInline let call: ClientCallLifetime

  @usableFromInline
  init(_ call: ClientCallLifetime) { self.call = call }

  /// Sends one request; waits while the server does not take what was sent before. Throws if the call has ended; if the
  /// server answered early with OK, `finish()` still gives its response.
  ///
  /// With `compressed` false it goes out as it is, even in a call whose requests are compressed: for secrets beside text
  /// that an attacker chooses (grpc/doc/compression.md).
  @inlinable
  public func send(_ request: Request, compressed: Bool = true) async throws(RPCError) {
    try await call.stream.send(MessageCoding.frame(request), compressed: compressed)
  }

  /// Says that no more requests come, and waits for the response. May be called once.
  @inlinable
  public func finish() async throws(RPCError) -> Response {
    call.stream.finishSending()
    guard let message = try await call.nextMessage() else {
      throw RPCError(code: .unimplemented, message: "the server ended the call with OK but sent no response message")
    }
    guard try await call.nextMessage() == nil else {
      call.stream.cancel()
      throw RPCError(code: .unimplemented, message: "the server sent more than one response message")
    }
    return try MessageCoding.decode(message)
  }

  /// The metadata that the server sends before its response; waits for it.
  public func initialMetadata() async throws(RPCError) -> Metadata { try await call.stream.initialMetadata() }

  /// The metadata that came with the status; empty before the end.
  public var trailingMetadata: Metadata { call.stream.trailingMetadata }

  /// Cancels the call.
  public func cancel() { call.stream.cancel() }
}
