internal import HTTP2Session
internal import NIOCore
internal import RPCCore

/// A call with one request and one response, for which one task waits.
///
/// `@unchecked Sendable`: as its superclass; `continuation` is set before the call is given to the loop.
final class UnaryCall: ClientCall, @unchecked Sendable {
  typealias Outcome = Result<ClientReply, RPCError>

  var continuation: UnsafeContinuation<Outcome, Never>?
  private var response: SingleMessageDeframer
  private var initialMetadata = Metadata()

  init(
    _ method: RPCMethod,
    request: ByteBuffer,
    options: CallOptions,
    deadline: Deadline?,
    core: ChannelCore
  ) {
    response = SingleMessageDeframer(
      maximumBytes: options.maximumResponseBytes ?? core.configuration.messages.maximumReceiveBytes
    )
    super.init(method, request: request, options: options, deadline: deadline, core: core)
  }

  override func initialMetadataReceived(_ metadata: Metadata, encoding: MessageEncoding) {
    response.encoding = encoding
    initialMetadata = metadata
  }

  override func bodyReceived(_ bytes: ByteBuffer, on connection: ClientConnection) throws(RPCError) {
    guard case .open(_, let stream, _) = phase else { return }
    connection.session.consume(stream, bytes: bytes.readableBytes)
    try response.append(bytes.compacted)
  }

  override func ended(_ status: Status, trailingMetadata: Metadata, isLocal: Bool) {
    let outcome: Outcome
    if let error = RPCError(status, metadata: trailingMetadata) {
      outcome = .failure(error)
    } else {
      do throws(RPCError) {
        let message = try response.finish()
        outcome = .success(
          ClientReply(initialMetadata: initialMetadata, message: message, trailingMetadata: trailingMetadata)
        )
      } catch {
        outcome = .failure(error)
      }
    }
    continuation.take()?.resume(returning: outcome)
  }
}
