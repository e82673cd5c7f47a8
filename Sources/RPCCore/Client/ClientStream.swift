public import NIOCore

/// The transport's side of one streaming call of a client. All functions may be called from any thread.
///
/// The transport keeps the object alive until the call has ended; `cancel` is called when the last user lets go of it.
public protocol ClientStream: AnyObject, Sendable {
  /// Sends one framed request; waits while the server does not take what was sent before. Throws the call's status if
  /// it has failed already, FAILED_PRECONDITION after `finishSending`, and CANCELLED if the server has ended the call with OK.
  ///
  /// The message is compressed as the call's options say, unless `compressed` is false.
  func send(_ message: ByteBuffer, compressed: Bool) async throws(RPCError)

  /// Says that no more requests come; does nothing the second time.
  func finishSending()

  /// The metadata that came before the first response, as soon as they are there. Empty if the server answered with
  /// Trailers-Only and OK; throws the status if the call failed without them.
  func initialMetadata() async throws(RPCError) -> Metadata

  /// The next response; nil once the call has ended with OK. Any other status is thrown, after the responses that came
  /// before it. Asking is what gives the server credit to send more. If the asking task is cancelled, so is the call.
  func nextMessage() async throws(RPCError) -> ReceivedMessage?

  /// The metadata that came with the status; empty before the call has ended.
  var trailingMetadata: Metadata { get }

  /// Ends the call with CANCELLED here and on the wire; does nothing once it has ended.
  func cancel()
}

extension ClientStream {
  /// Sends one framed request, compressed as the call's options say.
  public func send(_ message: ByteBuffer) async throws(RPCError) { try await send(message, compressed: true) }
}
