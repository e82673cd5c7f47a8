internal import NIOCore

/// What callers, on any thread, ask of their channel's event loop.
enum ClientOperation: Sendable {
  case start(ClientCall)
  case send(StreamingCall, ByteBuffer)
  case finishSending(StreamingCall)
  /// Give the server credit for messages that were taken.
  case credit(StreamingCall)
  /// No one will take the rest.
  case letGo(StreamingCall)
  case cancel(ClientCall)
  case hedged(HedgedCall, HedgedCall.Operation)
  /// Make a connection although there is no call.
  case connect
  /// Take no new calls; close when those in progress are over.
  case close(UnsafeContinuation<Void, Never>?)
  /// End the calls in progress and close.
  case closeNow
}
