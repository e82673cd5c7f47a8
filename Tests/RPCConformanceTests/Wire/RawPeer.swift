internal import NIOCore

/// One end of a connection that is played by a script.
struct RawPeer {
  typealias Inbound = NIOAsyncChannelInboundStream<ByteBuffer>

  private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private var inbound: Inbound.AsyncIterator
  private var reader = FrameReader()
  private var pings: UInt32 = 0

  /// All that the other side has sent.
  private(set) var frames: [Frame] = []
  /// The other side has closed the connection.
  private(set) var isClosed = false

  init(_ inbound: Inbound, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
    self.inbound = inbound.makeAsyncIterator()
    self.outbound = outbound
  }

  /// Does what the steps say; those in a row that send go out in one write.
  mutating func run(_ steps: [Step]) async throws {
    var pending = ByteBuffer()
    for step in steps {
      switch step {
      case .send(let frame): pending.writeBytes(frame.bytes)
      case .bytes(let bytes): pending.writeBytes(bytes)
      default:
        await write(pending)
        pending = ByteBuffer()
        try await wait(step)
      }
    }
    await write(pending)
  }

  private mutating func wait(_ step: Step) async throws {
    switch step {
    case .send, .bytes: break
    case .awaitEnd(let stream): await receive { $0.ended(stream) }
    case .awaitFrame(let kind, let stream):
      await receive { $0.frames.contains { $0.kind == kind && $0.stream == stream } }
    case .awaitStall(let stream, let bytes):
      await receive { $0.data(stream).count >= bytes }
      await exchangePing()
      guard data(stream).count == bytes else {
        throw Surprise("expected \(bytes) bytes of DATA on stream \(stream), came \(data(stream).count)")
      }
    case .awaitNothing(let stream):
      await exchangePing()
      let early = frames.filter { $0.stream == stream }
      guard early.isEmpty else { throw Surprise("expected nothing on stream \(stream), came \(early)") }
    case .close: outbound.finish()
    }
  }

  /// Waits until the other side has answered all that was sent so far.
  private mutating func exchangePing() async {
    pings += 1
    let mark = Array("ping".utf8) + pings.bigEndianBytes
    await write(ByteBuffer(bytes: Frame.ping(mark).bytes))
    await receive { $0.frames.contains(.ping(mark, .ack)) }
  }

  private func write(_ bytes: ByteBuffer) async {
    // The other side may have closed the connection already; what it said before counts.
    if bytes.readableBytes > 0 { try? await outbound.write(bytes) }
  }

  /// Takes what comes until a condition holds or the other side closes the connection.
  mutating func receive(until isDone: (RawPeer) -> Bool) async {
    while !isDone(self), !isClosed {
      guard let bytes = try? await inbound.next(isolation: nil) else {
        isClosed = true
        return
      }
      reader.append(bytes)
      while let frame = reader.next() { frames.append(frame) }
    }
  }

  /// Takes the preface of a client; throws if it begins otherwise.
  mutating func receivePreface() async throws {
    let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
    while let bytes = try await inbound.next(isolation: nil) {
      reader.append(bytes)
      if reader.take(preface) { break }
    }
    while let frame = reader.next() { frames.append(frame) }
  }

  func ended(_ stream: UInt32) -> Bool {
    frames.contains { frame in
      guard frame.stream == stream else { return false }
      return frame.kind == Frame.Kind.reset
        || (frame.kind <= Frame.Kind.headers && frame.flags.contains(.endStream))
    }
  }

  /// The DATA that came on a stream.
  func data(_ stream: UInt32) -> [UInt8] {
    frames.filter { $0.kind == Frame.Kind.data && $0.stream == stream }.flatMap(\.payload)
  }
}

/// Something came that a script did not expect.
struct Surprise: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
