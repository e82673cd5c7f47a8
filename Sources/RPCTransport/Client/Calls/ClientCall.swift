internal import HTTP2Session
internal import NIOCore
internal import RPCCore
internal import Synchronization

/// One call of a client, from the queue of its channel to its end. Subclasses say what becomes of the response.
///
/// `@unchecked Sendable`: what changes is touched on the channel's event loop only, but for `isOver`, which is atomic.
class ClientCall: Expiring, @unchecked Sendable {
  final let method: RPCMethod
  final let metadata: Metadata
  /// How its requests are compressed.
  final let compression: MessageEncoding
  final let waitForReady: Bool
  final let expiry: NIODeadline
  final let core: ChannelCore
  /// The only request, or nil where requests are sent one by one.
  final let request: ByteBuffer?

  final var heapIndex: Int?
  /// How the call is repeated; set before the call is given to the loop, nil where the service config asks for nothing.
  final var retry: CallRetry?
  /// Attempts before the present one, as the server is told.
  final var previousAttempts = 0
  /// How often the server has refused a stream for it.
  final var refusals = 0
  final var phase = ClientCallPhase.new
  /// True once the call has its status; nothing is to be asked of the loop any more.
  final let isOver = Atomic<Bool>(false)

  init(_ method: RPCMethod, request: ByteBuffer?, options: CallOptions, deadline: Deadline?, core: ChannelCore) {
    self.method = method
    self.request = request
    self.core = core
    metadata = options.metadata
    compression = options.compression ?? core.configuration.compression
    waitForReady = options.waitForReady ?? core.configuration.waitForReady
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

  /// Whether all requests that were given are still there, so that the call can begin anew.
  var isReplayable: Bool { request != nil }

  /// The stream is given up; another one follows.
  func willRestart() {}

  // MARK: On the loop

  final var deadline: Deadline? { expiry == .distantFuture ? nil : Deadline(expiry) }

  final func expire() {
    var message = "the deadline passed before the call was done"
    if phase == .waiting, !core.lastFailure.isEmpty { message += "; it waited for a connection: \(core.lastFailure)" }
    finish(Status(code: .deadlineExceeded, message: message))
  }

  final func cancelNow() {
    finish(Status(code: .cancelled, message: "the call was cancelled"))
  }

  /// Enters the queue of the channel, or ends at once if it was cancelled on its way to the loop.
  final func start() {
    guard phase == .new else { return cancelNow() }
    phase = .waiting
    core.batch.schedule(self)
    if let retry, !retry.reserve(request, in: core) { self.retry = nil }
    core.begin(self)
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
        retry?.release(in: core)
        initialMetadataReceived(metadata, encoding: encoding)
      }
    case .end(let status, let trailingMetadata): attemptEnded(status, trailingMetadata, resetting: !endOfStream)
    }
  }

  final func trailersReceived(_ status: Status, _ metadata: Metadata, endOfStream: Bool) {
    attemptEnded(status, metadata, resetting: !endOfStream)
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
    guard case .open = phase else { return }
    if code == .refusedStream, restartUnseen() { return }
    if Deadline(expiry).hasPassed { return expire() }
    let status = Status(
      code: StatusCode(http2ErrorCode: code.rawValue),
      message: "the server reset the call's stream with \(code)"
    )
    attemptEnded(status, Metadata(), resetting: false)
  }

  /// There is no connection, or the call's was lost. `isUnseen` where the request has not gone out.
  final func connectionLost(_ reason: String, isUnseen: Bool = false) {
    if isUnseen, restartUnseen() { return }
    attemptEnded(Status(code: .unavailable, message: reason), Metadata(), resetting: false)
  }

  final func finish(_ status: Status, _ trailingMetadata: Metadata, resetting: Bool, isLocal: Bool) {
    let last = phase
    switch last {
    case .over: return
    case .new: return phase = .cancelledEarly
    case .cancelledEarly: break
    case .waiting, .backingOff: core.activeCalls -= 1
    case .open(let connection, let stream, _):
      core.activeCalls -= 1
      // Also where the response is complete but requests are still being sent, which no one will read.
      if resetting || !stream.hasEndedSending {
        connection.session.reset(stream, resetting ? .cancel : .noError)
        connection.setNeedsFlush()
      }
    }
    phase = .over
    isOver.store(true, ordering: .relaxed)
    core.batch.cancel(self)
    retry?.end(in: core)
    ended(status, trailingMetadata: trailingMetadata, isLocal: isLocal)
  }
}
