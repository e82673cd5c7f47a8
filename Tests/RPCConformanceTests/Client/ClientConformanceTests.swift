internal import NIOCore
internal import NIOPosix
internal import ProtobufRuntime
internal import RPCCore
internal import RPCTransport
internal import Testing

/// A raw server does to our client what each row says, over a socket. No row waits for time to pass.
@Suite("RFC 9113 and RFC 7541, client", .timeLimit(.minutes(1)))
struct ClientConformanceTests {
  typealias Socket = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  private static let mark = Array("the end?".utf8)

  @Test("Connections and frames", arguments: ClientRows.connections) func connections(_ row: ClientRow) async throws {
    try await play(row)
  }

  @Test("Streams", arguments: ClientRows.streams) func streams(_ row: ClientRow) async throws {
    try await play(row)
  }

  @Test("Control frames", arguments: ClientRows.control) func control(_ row: ClientRow) async throws {
    try await play(row)
  }

  @Test("Flow control", arguments: ClientRows.flow) func flow(_ row: ClientRow) async throws {
    try await play(row)
  }

  @Test("Responses", arguments: ClientRows.responses) func responses(_ row: ClientRow) async throws {
    try await play(row)
  }

  @Test("HPACK", arguments: ClientRows.compression) func compression(_ row: ClientRow) async throws {
    try await play(row)
  }

  private func play(_ row: ClientRow) async throws {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try Socket(wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
      }
    let port = try #require(server.channel.localAddress?.port)
    var configuration = ClientConfiguration()
    configuration.http2.streamWindow = 65_535
    configuration.http2.connectionWindow = 65_535
    // No row may hang.
    configuration.defaultTimeout = .seconds(20)
    let channel = ClientChannel(target: .tcp(host: "127.0.0.1", port: port), configuration: configuration)
    let (stepsAreDone, done) = AsyncStream.makeStream(of: Void.self)
    let calling = Task { await status(of: row.call, on: channel, mayRead: stepsAreDone) }
    try? await server.executeThenClose { connections in
      var connections = connections.makeAsyncIterator()
      try await connections.next()?.executeThenClose { inbound, outbound in
        var peer = RawPeer(inbound, outbound)
        do { try await play(row, as: &peer) } catch { Issue.record(error) }
        done.finish()
        if case .anotherConnection = row.outcome {
          try await connections.next()?.executeThenClose { inbound, outbound in
            var peer = RawPeer(inbound, outbound)
            do { try await answer(as: &peer) } catch { Issue.record(error) }
            _ = await calling.value
          }
        } else {
          _ = await calling.value
        }
      }
      await channel.close()
      try await server.channel.close()
      // A client may have connected once more, in place of what the row broke.
      while let connection = try await connections.next() { try? await connection.executeThenClose { _, _ in } }
    }
    let ended = await calling.value
    #expect(ended.code == row.status, "the call ended with \(ended)")
  }

  private func play(_ row: ClientRow, as peer: inout RawPeer) async throws {
    try await peer.receivePreface()
    if row.handshake {
      let whole = row.call == .echo ? Step.awaitEnd(1) : .awaitFrame(Frame.Kind.data, stream: 1)
      try await peer.run([.send(.settings()), whole])
    }
    try await peer.run(row.steps + [.send(.ping(Self.mark))])
    await peer.receive { Self.isOver($0, row.outcome) }
    check(peer, row)
  }

  /// Answers a call as a server should.
  private func answer(as peer: inout RawPeer) async throws {
    try await peer.receivePreface()
    try await peer.run([.send(.settings()), .awaitEnd(1)] + ClientRows.answer(1).map(Step.send))
  }

  /// The status of a call; one that is answered must have its request as the response.
  private func status(of call: ClientRow.Call, on channel: ClientChannel, mayRead: AsyncStream<Void>) async -> Status {
    let request = BytesValue.with { $0.value = Array("hello".utf8) }
    do throws(RPCError) {
      switch call {
      case .echo:
        let response = try await channel.unary(ConformanceService.echo, request)
        #expect(response == request)
      case .unreadChat:
        let chat = channel.bidirectionalStreaming(ConformanceService.chat)
        try await chat.send(request)
        for await _ in mayRead {}
        for try await _ in chat.responses {}
      }
      return .ok
    } catch {
      return error.status
    }
  }

  /// Whether all has come that an outcome takes.
  private static func isOver(_ peer: RawPeer, _ outcome: ClientRow.Outcome) -> Bool {
    let isAlive = peer.frames.contains(.ping(mark, .ack))
    let hasReset = peer.frames.contains { $0.kind == Frame.Kind.reset && $0.stream == 1 }
    return switch outcome {
    case .alive, .connectionError: isAlive
    case .closed: false
    case .streamError, .streamOrConnectionError: isAlive && hasReset
    case .frame(let frame): isAlive && peer.frames.contains(frame)
    // The client keeps its old connection or closes it.
    case .anotherConnection: isAlive
    }
  }

  private func check(_ peer: RawPeer, _ row: ClientRow) {
    let goAways = peer.frames.filter { $0.kind == Frame.Kind.goAway }.map { $0.number(at: 4) }
    let resets = peer.frames.filter { $0.kind == Frame.Kind.reset }
    let seen = Comment("came: \(peer.frames)\(peer.isClosed ? ", closed" : "")")
    #expect(peer.frames.first?.kind == Frame.Kind.settings, "RFC 9113 §3.4: a client begins with SETTINGS")
    switch row.outcome {
    case .alive: #expect(goAways.isEmpty && resets.isEmpty && !peer.isClosed, seen)
    case .streamError(let code):
      #expect(resets == [.reset(1, code.rawValue)] && goAways.isEmpty && !peer.isClosed, seen)
    case .connectionError(let code): #expect(goAways == [code.rawValue] && peer.isClosed, seen)
    case .streamOrConnectionError(let code):
      #expect(resets == [.reset(1, code.rawValue)] && goAways.isEmpty || goAways == [code.rawValue], seen)
    case .closed: #expect(peer.isClosed, seen)
    case .frame(let frame): #expect(peer.frames.contains(frame) && goAways.isEmpty && !peer.isClosed, seen)
    case .anotherConnection: #expect(resets.isEmpty, seen)
    }
  }
}
