internal import NIOCore
internal import RPCCore

/// The server's side of a call in the same process.
final class InProcessServerStream: ServerStream {
  private let call: InProcessCall

  init(_ call: InProcessCall) { self.call = call }

  func nextMessage() async throws(RPCError) -> ReceivedMessage? { try await call.nextRequest() }

  func sendInitialMetadata(_ metadata: Metadata) { call.receiveHead(ResponseFields.head(metadata)) }

  func sendMessage(_ message: ByteBuffer) async throws(RPCError) { try await call.sendResponse(message) }

  func respond(initialMetadata: Metadata, message: ByteBuffer, trailingMetadata: Metadata) {
    call.receiveHead(ResponseFields.head(initialMetadata))
    call.receiveResponse(message)
    call.receiveTrailers(.ok, trailingMetadata)
  }

  func finish(_ status: Status, trailingMetadata: Metadata) { call.receiveTrailers(status, trailingMetadata) }

  func handlerDidEnd() {}
}
