internal import HTTP2Session
internal import NIOCore
internal import RPCCore

/// The client's end of one connection: opens streams for calls and hands them the session's events.
///
/// `@unchecked Sendable`: everything is touched on the connection's event loop only.
final class ClientConnection: SessionHandler, @unchecked Sendable {
  private enum Stage {
    /// The server's settings have not come yet.
    case connecting
    case ready
    /// The server takes no more streams.
    case draining
  }

  private let subchannel: Subchannel
  private var stage = Stage.connecting
  private var room = StreamRoom()
  private var reader = ResponseHeadReader()

  init(subchannel: Subchannel) throws {
    self.subchannel = subchannel
    let session = try HTTP2Session(role: .client, configuration: subchannel.configuration.http2)
    super.init(session: session, batch: subchannel.batch)
  }

  /// Whether the server takes one more stream now.
  var hasRoom: Bool {
    stage == .ready && session.openStreams < min(room.limit, session.peerConcurrentStreams)
  }

  var isReady: Bool { stage != .connecting }

  /// Opens the stream of a call; to be called while there is room.
  func open(_ call: ClientCall) {
    do {
      let stream = try session.submitRequest(subchannel.headers(for: call))
      stream.context = call
      call.phase = .open(self, stream, .head)
      if let request = call.request {
        try session.send(request, on: stream)
        session.endStream(stream)
      }
      call.opened(on: self, stream: stream)
    } catch HTTP2SessionError.noNewStreams {
      stopTakingStreams()
      subchannel.start(call)
    } catch {
      call.finish(Status(code: .resourceExhausted, message: "the call cannot be sent: \(error)"))
    }
    setNeedsFlush()
  }

  /// Closes once the calls in progress are over.
  func drain() {
    stage = .draining
    session.goAway()
    setNeedsFlush()
  }

  override func connectionStarted() {
    subchannel.started(self)
  }

  override func handle(_ event: HTTP2Event) {
    switch event {
    case .headers(let stream, let block, let endOfStream): headersReceived(stream, block, endOfStream)
    case .data(let stream, let bytes):
      if let call = Self.call(of: stream) {
        call.dataReceived(bytes, on: self, stream: stream)
      } else {
        session.consume(stream, bytes: bytes.readableBytes)
      }
    case .endOfStream(let stream): Self.call(of: stream)?.endedWithoutTrailers()
    case .sent(let stream, let bytes): Self.call(of: stream)?.sent(bytes)
    case .closed(let stream, let code):
      let call = Self.call(of: stream)
      stream.context = nil
      if code == .refusedStream { room.refused(open: session.openStreams) } else { room.ended() }
      call?.streamClosed(code)
      subchannel.openWaiting()
    case .settings:
      if stage == .connecting {
        stage = .ready
        subchannel.connected(self)
      }
      subchannel.openWaiting()
    case .goAway:
      stopTakingStreams()
    case .ping, .pingAcknowledged, .limitReached:
      break
    }
  }

  override func connectionEnded(_ failure: (any Error)?) {
    let reason = failure.map { "the connection to \(subchannel.target) broke: \($0)" }
    session.forEachStream { stream in
      let call = Self.call(of: stream)
      stream.context = nil
      call?.connectionLost(reason ?? "the connection to \(subchannel.target) was closed by the server")
    }
    subchannel.ended(self, failure)
  }

  private func headersReceived(_ stream: HTTP2Stream, _ block: HeaderBlock, _ endOfStream: Bool) {
    block.forEach { name, value in reader.add(name: name, value: value) }
    guard let call = Self.call(of: stream), case .open(_, _, let progress) = call.phase else {
      return _ = reader.finishTrailers()
    }
    switch progress {
    case .head: call.headersReceived(reader.finishHead(endsStream: endOfStream), endOfStream: endOfStream)
    case .body:
      let (status, metadata) = reader.finishTrailers()
      call.trailersReceived(status, metadata, endOfStream: endOfStream)
    }
    if block.isTruncated {
      call.finish(
        Status(code: .resourceExhausted, message: "the response's headers are larger than this client accepts")
      )
    }
  }

  private func stopTakingStreams() {
    stage = .draining
    subchannel.drains(self)
  }

  private static func call(of stream: HTTP2Stream) -> ClientCall? {
    stream.context as? ClientCall
  }
}
