internal import HTTP2Session
internal import NIOCore
internal import RPCCore

/// The client's end of one connection: opens streams for calls and hands them the session's events.
///
/// `@unchecked Sendable`: everything is touched on the connection's event loop only.
final class ClientConnection: SessionHandler, @unchecked Sendable {
  /// The number in keepalive PINGs: "keepaliv" in ASCII.
  private static let keepalivePing: UInt64 = 0x6b65_6570_616c_6976

  private enum Stage {
    /// The server's settings have not come yet.
    case connecting
    case ready
    /// The server takes no more streams.
    case draining
  }

  private let subchannel: Subchannel
  private let core: ChannelCore
  /// The number of the attempt that it was made for.
  let attempt: Int
  private var stage = Stage.connecting
  private var room = StreamRoom()
  private var reader = ResponseHeadReader()
  private var keepalive: KeepaliveState?
  /// When bytes of the server came last.
  private var lastRead = NIODeadline.now()
  private var keepaliveTimer: Scheduled<Void>?

  init(subchannel: Subchannel, core: ChannelCore, attempt: Int) throws {
    self.subchannel = subchannel
    self.core = core
    self.attempt = attempt
    keepalive = core.keepalive.map { KeepaliveState($0, minimumTime: core.configuration.minimumKeepaliveTime) }
    let session = try HTTP2Session(role: .client, configuration: core.configuration.http2)
    super.init(session: session, batch: core.batch)
  }

  /// Whether the server takes one more stream now.
  var hasRoom: Bool {
    stage == .ready && session.openStreams < min(room.limit, session.peerConcurrentStreams)
  }

  var isReady: Bool { stage != .connecting }

  /// Opens the stream of a call; to be called while there is room.
  func open(_ call: ClientCall) {
    if keepalive?.isSleeping == true { lookAfterKeepalive(isOpening: true) }
    do {
      let stream = try session.submitRequest(core.headers(for: call))
      stream.context = call
      call.phase = .open(self, stream, .head)
      if let request = call.request {
        try session.send(request, on: stream)
        session.endStream(stream)
      }
      call.opened(on: self, stream: stream)
    } catch HTTP2SessionError.noNewStreams {
      stopTakingStreams()
      core.start(call)
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

  override func bytesReceived(at now: NIODeadline) { lastRead = now }

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
      core.openWaiting()
    case .settings:
      if stage == .connecting {
        stage = .ready
        subchannel.connected(self)
        lookAfterKeepalive()
      }
      core.openWaiting()
    case .goAway(_, let code):
      if code == .enhanceYourCalm { core.keepalive?.time *= 2 }
      stopTakingStreams()
    case .ping, .pingAcknowledged, .limitReached:
      break
    }
  }

  override func connectionEnded(_ failure: (any Error)?) {
    // What begins anew must not come back to this one.
    stage = stage == .connecting ? .connecting : .draining
    keepaliveTimer?.cancel()
    let reason = failure.map { "the connection to \(subchannel.address) broke: \($0)" }
    session.forEachStream { stream in
      let call = Self.call(of: stream)
      stream.context = nil
      call?.connectionLost(
        reason ?? "the connection to \(subchannel.address) was closed by the server",
        isUnseen: stream.id > session.lastSentRequest
      )
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

  /// Sends a PING where it is time for one, and comes back when it will be.
  private func lookAfterKeepalive(isOpening: Bool = false) {
    let step = keepalive?.look(at: .now(), lastRead: lastRead, hasCalls: isOpening || session.openStreams > 0)
    switch step {
    case .wait(let time): keepaliveTimer = batch.loop.scheduleTask(deadline: time) { self.lookAfterKeepalive() }
    case .ping(let time):
      session.ping(Self.keepalivePing)
      setNeedsFlush()
      keepaliveTimer = batch.loop.scheduleTask(deadline: time) { self.lookAfterKeepalive() }
    case .close: close(KeepaliveTimeout())
    case .sleep, nil: break
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
