internal import HTTP2Session
internal import NIOCore

/// A client and a server session that exchange bytes in memory.
final class SessionPair {
  let client: HTTP2Session
  let server: HTTP2Session
  var clientEvents: [HTTP2Event] = []
  var serverEvents: [HTTP2Event] = []

  init(client: HTTP2Configuration = .init(), server: HTTP2Configuration = .init()) throws {
    self.client = try HTTP2Session(role: .client, configuration: client)
    self.server = try HTTP2Session(role: .server, configuration: server)
  }

  /// Carries bytes both ways until both sides are silent.
  func exchange(at now: NIODeadline = .uptimeNanoseconds(1)) throws {
    while try transfer(from: client, to: server, at: now) || transfer(from: server, to: client, at: now) {}
    clientEvents += events(of: client)
    serverEvents += events(of: server)
  }

  private func transfer(from: HTTP2Session, to: HTTP2Session, at now: NIODeadline) throws -> Bool {
    var moved = false
    while let bytes = try from.drain(upTo: 1 << 16) {
      try to.receive(bytes, at: now)
      moved = true
    }
    return moved
  }

  /// Opens a request and returns both ends of it.
  func open(endStream: Bool = false) throws -> (client: HTTP2Stream, server: HTTP2Stream) {
    let stream = try client.submitRequest(.request, endStream: endStream)
    try exchange()
    let other = serverEvents.compactMap { event -> HTTP2Stream? in
      if case .headers(let candidate, _, _) = event, candidate.id == stream.id { candidate } else { nil }
    }.first
    struct NoRequest: Error {}
    guard let other else { throw NoRequest() }
    return (stream, other)
  }
}

func events(of session: HTTP2Session) -> [HTTP2Event] {
  var result: [HTTP2Event] = []
  while let event = session.nextEvent() {
    result.append(event)
  }
  return result
}

extension HeaderBlock {
  static let request = HeaderBlock([
    (":method", "POST"), (":scheme", "http"), (":path", "/a.B/C"), (":authority", "test"), ("te", "trailers"),
  ])
  static let ok = HeaderBlock([(":status", "200"), ("content-type", "application/grpc")])
}

extension [HTTP2Event] {
  /// All body bytes of a stream.
  func body(of stream: HTTP2Stream) -> ByteBuffer {
    var result = ByteBuffer()
    for case .data(let candidate, var bytes) in self where candidate === stream {
      result.writeBuffer(&bytes)
    }
    return result
  }

  func headerBlocks(of stream: HTTP2Stream) -> [[String]] {
    compactMap { event in
      guard case .headers(let candidate, let block, _) = event, candidate === stream else { return nil }
      return block.fields.map { "\($0.name): \($0.value)" }
    }
  }

  func closeCode(of stream: HTTP2Stream) -> HTTP2ErrorCode? {
    for case .closed(let candidate, let code) in self where candidate === stream {
      return code
    }
    return nil
  }

  func ended(_ stream: HTTP2Stream) -> Bool {
    contains { event in
      switch event {
      case .endOfStream(let candidate): candidate === stream
      case .headers(let candidate, _, let endOfStream): candidate === stream && endOfStream
      default: false
      }
    }
  }

  var limits: [HTTP2Limit] {
    compactMap { if case .limitReached(let limit) = $0 { limit } else { nil } }
  }
}
