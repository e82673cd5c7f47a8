internal import ProtobufRuntime
internal import RPCCore
internal import RPCTransport
internal import Synchronization
internal import Testing

/// Message sizes and back-pressure.
@Suite struct InProcessLimitTests {
  static func channel(
    _ service: NotesService = NotesService(),
    server: MessageLimits = MessageLimits(),
    client: MessageLimits = MessageLimits()
  ) -> InProcessChannel {
    var router = RPCRouter()
    router.register(service)
    return InProcessChannel(router: router, serverLimits: server, clientLimits: client)
  }

  /// A note of exactly `bytes` bytes: a tag, a length of two bytes and the text.
  static func note(bytes: Int) -> Note { .text(String(repeating: "x", count: bytes - 3)) }

  @Test func messagesUpToTheLimitPass() async throws {
    let limits = MessageLimits(maximumReceiveBytes: 1000, maximumSendBytes: 1000)
    let reply = try await Self.channel(server: limits, client: limits).unary(NotesService.get, Self.note(bytes: 1000))
    #expect(reply.text.count == 997)
  }

  @Test func theDefaultIsFourMebibytes() async throws {
    let limit = 4 << 20
    #expect(MessageLimits().maximumReceiveBytes == limit)
    let large = Note.text(String(repeating: "x", count: limit))
    let error = await #expect(throws: RPCError.self) { try await Self.channel().unary(NotesService.get, large) }
    #expect(error?.code == .resourceExhausted)
  }

  /// Which limit is set to 999 bytes: each refuses a message of 1000.
  @Test(arguments: ["server receives", "client sends", "client receives", "option sends", "option receives"])
  func largerOnesAreResourceExhausted(which: String) async throws {
    var server = MessageLimits()
    var client = MessageLimits()
    var options = CallOptions()
    switch which {
    case "server receives": server.maximumReceiveBytes = 999
    case "client sends": client.maximumSendBytes = 999
    case "client receives": client.maximumReceiveBytes = 999
    case "option sends": options.maximumRequestBytes = 999
    default: options.maximumResponseBytes = 999
    }
    let channel = Self.channel(server: server, client: client)
    let unary = await #expect(throws: RPCError.self) {
      try await channel.unary(NotesService.get, Self.note(bytes: 1000), options: options)
    }
    #expect(unary?.code == .resourceExhausted)
    let stream = await #expect(throws: RPCError.self) {
      let call = channel.bidirectionalStreaming(NotesService.chat, options: options)
      try await call.send(Self.note(bytes: 1000))
      for try await _ in call.responses {}
    }
    #expect(stream?.code == .resourceExhausted)
  }

  @Test func aSlowReaderHoldsTheServerBack() async throws {
    let written = Mutex(0)
    var service = NotesService()
    service.onList = { _, responses, _ in
      while true {
        try await responses.write(Self.note(bytes: 1000))
        written.withLock { $0 += 1 }
      }
    }
    let stream = Self.channel(service).serverStreaming(NotesService.list, Note())
    var responses = stream.makeAsyncIterator()
    for taken in 1...2000 {
      _ = try await responses.next()
      // What the server has written is at most what was taken and what fits into 64 KiB, and one more.
      #expect(written.withLock { $0 } <= taken + 65_536 / 1005 + 1)
    }
    stream.cancel()
  }

  @Test func aSlowHandlerHoldsTheClientBack() async throws {
    let sent = Mutex(0)
    let maximumAhead = Mutex(0)
    var service = NotesService()
    service.onCollect = { requests, _ in
      var taken = 0
      for try await _ in requests {
        taken += 1
        let ahead = sent.withLock { $0 } - taken
        maximumAhead.withLock { $0 = max($0, ahead) }
      }
      return .number(Int64(taken))
    }
    let call = Self.channel(service).clientStreaming(NotesService.collect)
    for _ in 0..<2000 {
      try await call.send(Self.note(bytes: 1000))
      sent.withLock { $0 += 1 }
    }
    #expect(try await call.finish().number == 2000)
    #expect(maximumAhead.withLock { $0 } <= 65_536 / 1005 + 1)
  }
}
