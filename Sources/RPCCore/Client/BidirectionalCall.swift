public import ProtobufRuntime

/// A call with many requests and many responses. One task may send while another reads.
///
/// Letting go of the last copy of it, of `responses` and of their iterators cancels the call.
public struct BidirectionalCall<Request: Message, Response: Message>: Sendable {
  @usableFromInline let call: ClientCallLifetime

  @usableFromInline
  init(_ call: ClientCallLifetime) { self.call = call }

  /// Sends one request; waits while the server does not take what was sent before. Throws if the call has ended.
  ///
  /// With `compressed` false it goes out as it is, even in a call whose requests are compressed: for secrets beside text
  /// that an attacker chooses (grpc/doc/compression.md).
  @inlinable
  public func send(_ request: Request, compressed: Bool = true) async throws(RPCError) {
    try await call.stream.send(MessageCoding.frame(request), compressed: compressed)
  }

  /// Says that no more requests come; the server may go on answering.
  public func finishSending() { call.stream.finishSending() }

  /// The responses.
  @inlinable
  public var responses: ResponseStream<Response> { ResponseStream(call) }

  /// Cancels the call.
  public func cancel() { call.stream.cancel() }
}
