internal import NIOCore
internal import RPCCore

/// The client's side of a call in the same process.
final class InProcessClientStream: ClientStream {
  private let call: InProcessCall

  init(_ call: InProcessCall) { self.call = call }

  func send(_ message: ByteBuffer, compressed: Bool) async throws(RPCError) {
    try await call.send(message, compressed: compressed)
  }

  func finishSending() { call.receiveEnd() }

  func initialMetadata() async throws(RPCError) -> Metadata { try await call.initialMetadata.value() }

  func nextMessage() async throws(RPCError) -> ReceivedMessage? { try await call.nextResponse() }

  var trailingMetadata: Metadata { call.trailingMetadata }

  func cancel() { call.cancel() }
}
