internal import NIOCore
internal import NIOPosix
internal import RPCTransport
internal import Testing

/// A raw client does to our server what each row says, over a socket. No row waits for time to pass.
@Suite("RFC 9113 and RFC 7541, server", .timeLimit(.minutes(1)))
struct ServerConformanceTests {
  private static let mark = Array("the end?".utf8)

  @Test("Connections and frames", arguments: ServerRows.connections) func connections(_ row: ServerRow) async throws {
    try await play(row)
  }

  @Test("Stream states", arguments: ServerRows.streams) func streams(_ row: ServerRow) async throws {
    try await play(row)
  }

  @Test("DATA and HEADERS", arguments: ServerRows.bodies) func bodies(_ row: ServerRow) async throws {
    try await play(row)
  }

  @Test("Control frames", arguments: ServerRows.control) func control(_ row: ServerRow) async throws {
    try await play(row)
  }

  @Test("Flow control", arguments: ServerRows.flow) func flow(_ row: ServerRow) async throws {
    try await play(row)
  }

  @Test("Requests", arguments: ServerRows.requests) func requests(_ row: ServerRow) async throws {
    try await play(row)
  }

  @Test("HPACK", arguments: ServerRows.compression) func compression(_ row: ServerRow) async throws {
    try await play(row)
  }

  private func play(_ row: ServerRow) async throws {
    var configuration = ServerConfiguration()
    configuration.http2.limits.concurrentStreams = ServerRows.streamLimit
    configuration.cancellationTimeout = .zero
    let server = RPCServer(services: [ConformanceService()], configuration: configuration)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      guard case .tcp(let host, let port) = try await server.addresses.first else { return }
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: host, port: port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
          }
        }
      try? await channel.executeThenClose { inbound, outbound in
        var peer = RawPeer(inbound, outbound)
        do {
          try await peer.run(
            (row.handshake ? [.preface, .send(.settings())] : []) + row.steps + [.send(.ping(Self.mark))]
          )
          await peer.receive { Self.isOver($0, row.outcome) }
          check(peer, row)
        } catch {
          Issue.record(error)
        }
      }
      group.cancelAll()
    }
  }

  /// Whether all has come that an outcome takes.
  private static func isOver(_ peer: RawPeer, _ outcome: ServerRow.Outcome) -> Bool {
    let isAlive = peer.frames.contains(.ping(mark, .ack))
    return switch outcome {
    case .answered(let streams): isAlive && streams.allSatisfy(peer.ended)
    case .ignored: isAlive
    case .streamError(_, let stream): isAlive && peer.ended(stream)
    case .frame(let frame): isAlive && peer.frames.contains(frame)
    case .noFrame: isAlive
    case .streamErrorThenAnswer(_, let stream, let other): isAlive && peer.ended(stream) && peer.ended(other)
    case .streamOrConnectionError(_, let stream): isAlive && peer.ended(stream)
    // An answer to the PING tells that there was no error.
    case .connectionError, .closed: isAlive
    }
  }

  private func check(_ peer: RawPeer, _ row: ServerRow) {
    let goAways = peer.frames.filter { $0.kind == Frame.Kind.goAway }
    let resets = peer.frames.filter { $0.kind == Frame.Kind.reset }
    let seen = Comment("came: \(peer.frames)\(peer.isClosed ? ", closed" : "")")
    switch row.outcome {
    case .answered(let streams):
      #expect(goAways.isEmpty && resets.isEmpty && !peer.isClosed, seen)
      for stream in streams {
        let data = peer.data(stream)
        #expect(data == Body.hello || data.count > Body.hello.count, seen)
      }
    case .ignored: #expect(goAways.isEmpty && resets.isEmpty && !peer.isClosed, seen)
    case .streamError(let code, let stream):
      #expect(resets == [.reset(stream, code.rawValue)] && goAways.isEmpty && !peer.isClosed, seen)
    case .connectionError(let code):
      #expect(goAways.map { $0.number(at: 4) } == [code.rawValue] && peer.isClosed, seen)
    case .streamErrorThenAnswer(let code, let stream, let other):
      #expect(resets == [.reset(stream, code.rawValue)] && peer.data(other) == Body.hello && goAways.isEmpty, seen)
    case .streamOrConnectionError(let code, let stream):
      #expect(
        resets == [.reset(stream, code.rawValue)] && goAways.isEmpty
          || goAways.map { $0.number(at: 4) } == [code.rawValue],
        seen
      )
    case .noFrame(let frame): #expect(!peer.frames.contains(frame) && goAways.isEmpty && !peer.isClosed, seen)
    case .closed: #expect(peer.isClosed, seen)
    case .frame(let frame): #expect(peer.frames.contains(frame) && goAways.isEmpty && !peer.isClosed, seen)
    }
  }
}
