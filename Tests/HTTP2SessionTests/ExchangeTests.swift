internal import HTTP2Session
internal import NIOCore
internal import Testing

@Suite("Two sessions back to back")
struct ExchangeTests {
  @Test func aUnaryExchangeHasHeadersBodyAndTrailersBothWays() throws {
    let pair = try SessionPair()
    let (client, server) = try pair.open()
    #expect(pair.serverEvents.headerBlocks(of: server).first?.first == ":method: POST")

    try pair.client.send(ByteBuffer(string: "question"), on: client)
    pair.client.endStream(client)
    try pair.exchange()
    #expect(pair.serverEvents.body(of: server) == ByteBuffer(string: "question"))
    #expect(pair.serverEvents.ended(server))

    try pair.server.submitResponse(.ok, on: server)
    try pair.server.send(ByteBuffer(string: "answer"), on: server)
    try pair.server.submitTrailers(HeaderBlock([("grpc-status", "0")]), on: server)
    try pair.exchange()
    #expect(
      pair.clientEvents.headerBlocks(of: client) == [
        [":status: 200", "content-type: application/grpc"], ["grpc-status: 0"],
      ]
    )
    #expect(pair.clientEvents.body(of: client) == ByteBuffer(string: "answer"))
    #expect(pair.clientEvents.closeCode(of: client) == .noError)
    #expect(pair.serverEvents.closeCode(of: server) == .noError)
    #expect(pair.client.openStreams == 0 && pair.server.openStreams == 0)
  }

  @Test func anAnswerOfOneBatchIsThreeFramesWithoutAnEmptyOne() throws {
    let pair = try SessionPair()
    let (_, server) = try pair.open(endStream: true)
    try pair.server.submitResponse(.ok, on: server)
    try pair.server.send(ByteBuffer(string: "one"), on: server)
    try pair.server.send(ByteBuffer(string: "two"), on: server)
    try pair.server.submitTrailers(HeaderBlock([("grpc-status", "0")]), on: server)
    let frames = try #require(try pair.server.drain(upTo: .max)).frames
    #expect(frames.map(\.type) == [1, 0, 1])
    #expect(frames[1].payload == Array("onetwo".utf8))
    #expect(frames[2].flags & RawFrame.endStream != 0)
  }

  @Test func trailersAfterAnEmptyBodyNeedNoDataFrame() throws {
    let pair = try SessionPair()
    let (_, server) = try pair.open(endStream: true)
    try pair.server.submitResponse(.ok, on: server)
    try pair.server.submitTrailers(HeaderBlock([("grpc-status", "5")]), on: server)
    let frames = try #require(try pair.server.drain(upTo: .max)).frames
    #expect(frames.map(\.type) == [1, 1])
  }

  @Test func aBodyWaitsForTheWindowThatTheReaderOpensByConsuming() throws {
    var small = HTTP2Configuration()
    small.streamWindow = 65_535
    let pair = try SessionPair(server: small)
    let (client, server) = try pair.open()
    let body = ByteBuffer(bytes: (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) })
    try pair.client.send(body, on: client)
    pair.client.endStream(client)
    try pair.exchange()
    #expect(pair.serverEvents.body(of: server).readableBytes == 65_535)
    #expect(pair.client.queuedBytes == 300_000 - 65_535)

    var received = ByteBuffer()
    while !pair.serverEvents.ended(server) {
      var part = pair.serverEvents.body(of: server)
      pair.serverEvents = []
      pair.server.consume(server, bytes: part.readableBytes)
      try #require(part.readableBytes > 0)
      received.writeBuffer(&part)
      try pair.exchange()
    }
    var last = pair.serverEvents.body(of: server)
    received.writeBuffer(&last)
    #expect(received == body)
  }

  @Test func aStreamReportsWhatHasGoneOut() throws {
    var small = HTTP2Configuration()
    small.streamWindow = 65_535
    let pair = try SessionPair(server: small)
    let (client, server) = try pair.open()
    try pair.client.send(ByteBuffer(repeating: 1, count: 120_000), on: client)
    client.reportsSent = true
    func sent() -> Int {
      var sum = 0
      for case .sent(let stream, let bytes) in pair.clientEvents where stream === client { sum += bytes }
      return sum
    }
    try pair.exchange()
    #expect(sent() == 65_535)
    pair.server.consume(server, bytes: 65_535)
    try pair.exchange()
    #expect(sent() == 120_000)
  }

  @Test func drainingStopsNearTheLimitAndGoesOnThere() throws {
    let pair = try SessionPair()
    let (client, server) = try pair.open()
    try pair.client.send(ByteBuffer(repeating: 7, count: 400_000), on: client)
    let first = try #require(try pair.client.drain(upTo: 50_000))
    #expect(first.readableBytes >= 50_000 && first.readableBytes < 50_000 + 16_384 + 9)
    #expect(pair.client.wantsToWrite)
    try pair.server.receive(first, at: .uptimeNanoseconds(1))
    try pair.exchange()
    #expect(pair.serverEvents.body(of: server).readableBytes == 400_000)
  }

  @Test func aShortAnswerDoesNotWaitForALongOne() throws {
    let pair = try SessionPair()
    let (_, long) = try pair.open(endStream: true)
    let (_, short) = try pair.open(endStream: true)
    for (stream, size) in [(long, 1_000_000), (short, 1_000)] {
      try pair.server.submitResponse(.ok, on: stream)
      try pair.server.send(ByteBuffer(repeating: 0, count: size), on: stream)
      pair.server.endStream(stream)
    }
    let frames = try #require(try pair.server.drain(upTo: 100_000)).frames
    #expect(frames.contains { $0.stream == UInt32(short.id) && $0.flags & RawFrame.endStream != 0 })
  }

  @Test func aResetReachesThePeerWithItsCode() throws {
    let pair = try SessionPair()
    let (client, server) = try pair.open()
    pair.client.reset(client, .cancel)
    try pair.exchange()
    #expect(pair.serverEvents.closeCode(of: server) == .cancel)
    #expect(pair.clientEvents.closeCode(of: client) == .cancel)
    #expect(throws: HTTP2SessionError.streamEnded) { try pair.server.send(ByteBuffer(string: "x"), on: server) }
  }

  @Test func anAnswerBeforeTheEndOfTheRequestStopsTheRequest() throws {
    let pair = try SessionPair()
    let (client, server) = try pair.open()
    try pair.server.submitResponse(.ok, on: server, endStream: true)
    try pair.exchange()
    #expect(pair.clientEvents.ended(client))
    #expect(pair.clientEvents.closeCode(of: client) == .noError)
    #expect(pair.server.openStreams == 0)
  }

  @Test func gracefulShutdownFinishesWhatIsOpenAndThenTheSession() throws {
    let pair = try SessionPair()
    let (client, server) = try pair.open(endStream: true)
    pair.server.shutDownGracefully()
    // A request that crosses the first GOAWAY on the wire is still served.
    let crossing = try pair.client.submitRequest(.request, endStream: true)
    try pair.exchange()
    let last = pair.clientEvents.compactMap { if case .goAway(let last, _) = $0 { last } else { nil } }
    #expect(last == [.max, crossing.id])
    #expect(!pair.server.isFinished)
    #expect(pair.serverEvents.contains { if case .headers(let s, _, _) = $0 { s.id == crossing.id } else { false } })

    for case .headers(let stream, _, _) in pair.serverEvents {
      try pair.server.submitResponse(.ok, on: stream, endStream: true)
    }
    try pair.exchange()
    #expect(pair.clientEvents.closeCode(of: client) == .noError)
    #expect(pair.server.isFinished && pair.client.isFinished)
    withExtendedLifetime(server) {}
  }

  @Test func streamsAreLetGoWithTheSession() throws {
    weak var context: AnyObject?
    do {
      let pair = try SessionPair()
      let (client, server) = try pair.open()
      let object = SessionPairContext()
      client.context = object
      server.context = object
      context = object
      try pair.client.send(ByteBuffer(repeating: 0, count: 5_000_000), on: client)
      try pair.exchange()
    }
    #expect(context == nil)
  }

  @Test func headersSurviveTheTripInOrderWithAnyBytes() throws {
    let pair = try SessionPair()
    var block = HeaderBlock.request
    for index in 0..<100 {
      block.append("x-\(index)", String(repeating: "v", count: index))
    }
    block.append("x-latin".utf8, [0xe9, 0x20, 0xff])
    let stream = try pair.client.submitRequest(block)
    try pair.exchange()
    let received = pair.serverEvents.compactMap { event -> HeaderBlock? in
      if case .headers(_, let block, _) = event { block } else { nil }
    }
    #expect(received == [block])
    withExtendedLifetime(stream) {}
  }

  @Test func headersTooLargeToSendAreRefusedBeforehand() throws {
    let pair = try SessionPair()
    var block = HeaderBlock.request
    block.append("x", String(repeating: "v", count: 70_000))
    #expect(
      throws: HTTP2SessionError.headersTooLarge(
        bytes: block.fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 32 },
        limit: 65_536
      )
    ) {
      try pair.client.submitRequest(block)
    }
  }
}

private final class SessionPairContext {}
