internal import HTTP2Session
internal import NIOCore
internal import RPCCore
internal import Synchronization

/// One call of a client, from the queue of its channel to its end. Subclasses say what becomes of the response.
///
/// `@unchecked Sendable`: what changes is touched on the subchannel's event loop only, but for `isOver`, which is atomic.
class ClientCall: Expiring, @unchecked Sendable {
  final let method: RPCMethod
  final let metadata: Metadata
  /// How its requests are compressed.
  final let compression: MessageEncoding
  final let waitForReady: Bool
  final let expiry: NIODeadline
  final let subchannel: Subchannel
  /// The only request, or nil where requests are sent one by one.
  final let request: ByteBuffer?

  /// Refused streams after which a call fails. Servers that still clean up after an ended stream refuse the next one
  /// now and then (grpcio at its stream limit), so that one more try is too few.
  private static let maximumRefusals = 5

  final var heapIndex: Int?
  /// How often the server has refused a stream for it.
  final private var refusals = 0
  final var phase = ClientCallPhase.new
  /// True once the call has its status; nothing is to be asked of the loop any more.
  final let isOver = Atomic<Bool>(false)

  init(_ method: RPCMethod, request: ByteBuffer?, options: CallOptions, deadline: Deadline?, subchannel: Subchannel) {
    self.method = method
    self.request = request
    self.subchannel = subchannel
    metadata = options.metadata
    compression = options.compression ?? subchannel.configuration.compression
    waitForReady = options.waitForReady ?? subchannel.configuration.waitForReady
    expiry = deadline?.time ?? .distantFuture
  }

  // MARK: For subclasses

  /// The headers have come, with the encoding of compressed responses.
  func initialMetadataReceived(_ metadata: Metadata, encoding: MessageEncoding) {}

  /// Takes part of the body; throws what is wrong with it.
  func bodyReceived(_ bytes: ByteBuffer, on connection: ClientConnection) throws(RPCError) {}

  /// The stream is open, and the only request sent where there is one.
  func opened(on connection: ClientConnection, stream: HTTP2Stream) {}

  /// The call is over; called once, and last. `isLocal` where it was this side that ended it.
  func ended(_ status: Status, trailingMetadata: Metadata, isLocal: Bool) {}

  func sent(_ bytes: Int) {}

  // MARK: On the loop

  final var deadline: Deadline? { expiry == .distantFuture ? nil : Deadline(expiry) }

  final func expire() {
    finish(Status(code: .deadlineExceeded, message: "the deadline passed before the call was done"))
  }

  final func cancelNow() {
    finish(Status(code: .cancelled, message: "the call was cancelled"))
  }

  /// Enters the queue of the subchannel, or ends at once if it was cancelled on its way to the loop.
  final func start() {
    guard phase == .new else { return cancelNow() }
    phase = .waiting
    subchannel.batch.schedule(self)
    subchannel.start(self)
  }

  /// Ends the call from this side, on the wire too.
  final func finish(_ status: Status) {
    finish(status, Metadata(), resetting: true, isLocal: true)
  }

  final func headersReceived(_ head: ResponseHead, endOfStream: Bool) {
    switch head {
    case .interim: break
    case .initialMetadata(let metadata, let encoding):
      if case .open(let connection, let stream, .head) = phase {
        phase = .open(connection, stream, .body)
        initialMetadataReceived(metadata, encoding: encoding)
      }
    case .end(let status, let trailingMetadata):
      finish(status, trailingMetadata, resetting: !endOfStream, isLocal: false)
    }
  }

  final func trailersReceived(_ status: Status, _ metadata: Metadata, endOfStream: Bool) {
    finish(status, metadata, resetting: !endOfStream, isLocal: false)
  }

  final func dataReceived(_ bytes: ByteBuffer, on connection: ClientConnection, stream: HTTP2Stream) {
    guard case .open(_, _, .body) = phase else {
      connection.session.consume(stream, bytes: bytes.readableBytes)
      return finish(Status(code: .internal, message: "the server sent a body without response headers"))
    }
    do throws(RPCError) {
      try bodyReceived(bytes, on: connection)
    } catch {
      finish(error.status)
    }
  }

  /// The response has ended with its body, without trailers.
  final func endedWithoutTrailers() {
    finish(Status(code: .internal, message: "the server ended the response without trailers"))
  }

  /// The stream is gone before there was a status.
  final func streamClosed(_ code: HTTP2ErrorCode) {
    guard case .open(_, _, let progress) = phase else { return }
    if code == .refusedStream, progress == .head, request != nil, refusals < Self.maximumRefusals, !subchannel.isClosed
    {
      // The server has seen nothing of it (RFC 9113 §8.7), so the call may begin anew.
      refusals += 1
      phase = .waiting
      return subchannel.start(self)
    }
    if Deadline(expiry).hasPassed { return expire() }
    let status = Status(
      code: StatusCode(http2ErrorCode: code.rawValue),
      message: "the server reset the call's stream with \(code)"
    )
    finish(status, Metadata(), resetting: false, isLocal: false)
  }

  final func connectionLost(_ reason: String) {
    finish(Status(code: .unavailable, message: reason), Metadata(), resetting: false, isLocal: false)
  }

  private func finish(_ status: Status, _ trailingMetadata: Metadata, resetting: Bool, isLocal: Bool) {
    let last = phase
    switch last {
    case .over: return
    case .new: return phase = .cancelledEarly
    case .waiting, .cancelledEarly: break
    case .open(let connection, let stream, _):
      // Also where the response is complete but requests are still being sent, which no one will read.
      if resetting || !stream.hasEndedSending {
        connection.session.reset(stream, resetting ? .cancel : .noError)
        connection.setNeedsFlush()
      }
    }
    phase = .over
    isOver.store(true, ordering: .relaxed)
    subchannel.batch.cancel(self)
    ended(status, trailingMetadata: trailingMetadata, isLocal: isLocal)
  }
}
