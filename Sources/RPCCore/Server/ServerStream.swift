public import NIOCore

/// The transport's side of one call on a server: requests out of it, the response into it.
///
/// A transport implements it with one object a call. All functions may be called from any thread, though mostly they
/// are called on the executor that the transport gave to `ServerMethod.start`; RPCCore calls `respond` and `finish`
/// at most once in all, and nothing after them but `handlerDidEnd`. What comes after the stream has closed is dropped in silence.
///
/// Outgoing messages are framed already: they begin with their 5-byte prefix and are compressed where they are to be.
/// Incoming ones have no prefix any more, but are still compressed.
public protocol ServerStream: AnyObject, Sendable {
  /// The next request message, nil after the peer's half-close; throws if the stream broke or the peer's framing is
  /// wrong. Asking is what gives the peer credit to send more. Called for client and bidirectional streaming only.
  func nextMessage() async throws(RPCError) -> ReceivedMessage?

  /// Sends the initial metadata; called at most once, and before any message.
  func sendInitialMetadata(_ metadata: Metadata)

  /// Sends one framed message; waits while the peer does not take what was sent before. Called for server and
  /// bidirectional streaming only.
  func sendMessage(_ message: ByteBuffer) async throws(RPCError)

  /// The fast path of a single response: initial metadata, one framed message, trailers with status OK, in one go.
  func respond(initialMetadata: Metadata, message: ByteBuffer, trailingMetadata: Metadata)

  /// Ends the call with a status; if neither initial metadata nor a message was sent, as Trailers-Only.
  func finish(_ status: Status, trailingMetadata: Metadata)

  /// The handler's task is over; called exactly once, last. Until then the call counts as running, even if its stream
  /// is closed (a handler may ignore its cancellation).
  func handlerDidEnd()
}
