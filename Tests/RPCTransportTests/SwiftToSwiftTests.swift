internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

@Suite("Swift client and Swift server over loopback")
struct SwiftToSwiftTests {
  @Test func unaryCallsCarryMetadataBothWays() async throws {
    try await withClient { channel in
      var metadata = Metadata()
      try metadata.add("a b", for: "x-text")
      try metadata.add(binary: [0, 255, 7], for: "x-more-bin")
      try metadata.add("c", for: "t-text")
      let reply = try await channel.unaryResponse(
        EchoService.echo,
        Payload("hi"),
        options: CallOptions(metadata: metadata)
      )
      #expect(reply.message.text == "hi")
      #expect(reply.initialMetadata["x-text"] == "a b")
      #expect(reply.initialMetadata[binary: "x-more-bin"] == [0, 255, 7])
      #expect(reply.trailingMetadata["t-text"] == "c")
    }
  }

  @Test(arguments: [StatusCode.notFound, .unauthenticated, .dataLoss])
  func aThrownErrorKeepsCodeMessageAndMetadata(code: StatusCode) async throws {
    let error = try await withClient { channel in
      await rpcError { try await channel.unary(EchoService.fail, Payload("\(code.rawValue)")) }
    }
    #expect(error?.code == code)
    #expect(error?.message == "漏水 100% \n")
    #expect(error?.metadata["t-reason"] == "why")
  }

  @Test func anyOtherErrorIsInternalWithoutItsText() async throws {
    let error = try await withClient { channel in
      await rpcError { try await channel.unary(EchoService.leak, Payload()) }
    }
    #expect(error?.code == .internal)
    #expect(error?.message.contains("12345") == false)
  }

  @Test func allStreamingKindsWork() async throws {
    try await withClient { channel in
      let collect = channel.clientStreaming(EchoService.collect)
      for size in 0..<500 { try await collect.send(Payload([UInt8](repeating: 1, count: size))) }
      #expect(try await collect.finish().text == "500 124750")

      var bytes = 0
      for try await message in channel.serverStreaming(EchoService.repeated, Payload("500 1000")) {
        bytes += message.data.count
      }
      #expect(bytes == 500_000)

      let chat = channel.bidirectionalStreaming(EchoService.chat)
      var answers = chat.responses.makeAsyncIterator()
      for turn in 0..<100 {
        try await chat.send(Payload("\(turn)"))
        #expect(try await answers.next()?.text == "\(turn)")
      }
      chat.finishSending()
      #expect(try await answers.next() == nil)
    }
  }

  @Test func messagesLargerThanTheWindowPassBothWays() async throws {
    let configure: @Sendable (inout ServerConfiguration) -> Void = {
      $0.messages.maximumReceiveBytes = 32 << 20
      $0.http2.streamWindow = 65_535
      $0.http2.connectionWindow = 100_000
    }
    try await withClient(
      server: configure,
      client: {
        $0.messages.maximumReceiveBytes = 32 << 20
        $0.http2.streamWindow = 65_535
        $0.http2.connectionWindow = 100_000
      }
    ) { channel in
      let large = Payload((0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 / 3) })
      #expect(try await channel.unary(EchoService.echo, large) == large)
      let chat = channel.bidirectionalStreaming(EchoService.chat)
      var answers = chat.responses.makeAsyncIterator()
      for _ in 0..<3 {
        try await chat.send(large)
        #expect(try await answers.next() == large)
      }
    }
  }

  @Test func messagesAboveTheLimitsAreRefusedOnEachSide() async throws {
    try await withClient(
      server: {
        $0.messages.maximumReceiveBytes = 10_000
        $0.messages.maximumSendBytes = 8_000
      },
      client: { $0.messages.maximumReceiveBytes = 5_000 }
    ) { channel in
      let sizes: [(Int, String)] = [
        (20_000, "a message of 20004 bytes came, more than the limit of 10000"),
        (9_000, "the message to send has 9003 bytes, more than the limit of 8000"),
        (6_000, "a message of 6003 bytes came, more than the limit of 5000"),
      ]
      for (size, message) in sizes {
        let error = await rpcError {
          try await channel.unary(EchoService.echo, Payload([UInt8](repeating: 0, count: size)))
        }
        #expect(error?.code == .resourceExhausted)
        #expect(error?.message == message)
      }
      let own = await rpcError {
        try await channel.unary(EchoService.echo, Payload("too long"), options: CallOptions(maximumRequestBytes: 5))
      }
      #expect(own?.message == "the message to send has 10 bytes, more than the limit of 5")
      let received = try await channel.unary(EchoService.echo, Payload("fine")).text
      #expect(received == "fine")
    }
  }

  @Test func aPassedDeadlineEndsTheCallOnBothSides() async throws {
    let service = EchoService()
    try await withClient(service) { channel in
      var timeout = Duration.milliseconds(50)
      // On a busy machine a deadline may pass before the call has reached the server.
      while service.probe.count(of: "started") == 0 {
        let options = CallOptions(timeout: timeout)
        let error = await rpcError { try await channel.unary(EchoService.wait, Payload(), options: options) }
        #expect(error?.code == .deadlineExceeded)
        timeout *= 2
      }
      // Whichever comes first at the server: its own timer, or the client's RST_STREAM.
      await withTaskGroup { group in
        group.addTask { await service.probe.wait(for: "cancelled by deadline") }
        group.addTask { await service.probe.wait(for: "cancelled by peer") }
        await group.next()
        service.probe.report("cancelled by deadline")
        service.probe.report("cancelled by peer")
      }
    }
  }

  @Test func aDeadlineInThePastFailsAtOnce() async throws {
    let channel = ClientChannel(target: .tcp(host: "127.0.0.1", port: 1))
    let error = await rpcError {
      try await channel.unary(EchoService.echo, Payload(), options: CallOptions(timeout: .zero))
    }
    #expect(error?.code == .deadlineExceeded)
  }

  @Test func cancellingTheTaskCancelsTheHandler() async throws {
    let service = EchoService()
    try await withClient(service) { channel in
      let call = Task { await rpcError { try await channel.unary(EchoService.wait, Payload()) } }
      await service.probe.wait(for: "started")
      call.cancel()
      #expect(await call.value?.code == .cancelled)
      await service.probe.wait(for: "cancelled by peer")
    }
  }

  @Test func aCallInACancelledTaskEndsAsCancelled() async throws {
    try await withClient { channel in
      let call = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await rpcError { try await channel.unary(EchoService.wait, Payload()) }
      }
      #expect(await call.value?.code == .cancelled)
    }
  }

  @Test func lettingGoOfAStreamCancelsItsHandler() async throws {
    let service = EchoService()
    try await withClient(service) { channel in
      do {
        var stream = channel.serverStreaming(EchoService.repeated, Payload("1000000 10000")).makeAsyncIterator()
        let received = try await stream.next()?.data.count
        #expect(received == 10_000)
      }
      await service.probe.wait(for: "stopped by peer")
    }
  }

  @Test func aSlowReaderHoldsTheWriterBack() async throws {
    let service = EchoService()
    try await withClient(service, client: { $0.http2.streamWindow = 65_535 }) { channel in
      var stream = channel.serverStreaming(EchoService.repeated, Payload("10000 10000")).makeAsyncIterator()
      _ = try await stream.next()
      // All that can be written without being read: one window, one gate, and a message on each side of it.
      let bound = (65_535 + 65_536) / 10_000 + 4
      for _ in 0..<20 {
        _ = try await channel.unary(EchoService.echo, Payload("the connection lives"))
      }
      #expect(service.probe.count(of: "written") <= bound)
      var rest = 1
      while try await stream.next() != nil { rest += 1 }
      #expect(rest == 10_000)
    }
  }

  @Test func anEarlyAnswerEndsAClientStream() async throws {
    try await withClient { channel in
      let call = channel.clientStreaming(EchoService.collect)
      try await call.send(Payload("enough"))
      #expect(try await call.finish().text == "enough")
    }
  }

  @Test func aThousandCallsAtOnceShareOneConnection() async throws {
    try await withClient(server: { $0.http2.limits.concurrentStreams = 100 }) { channel in
      try await withThrowingTaskGroup { group in
        for index in 0..<1_000 {
          group.addTask { try await channel.unary(EchoService.echo, Payload("\(index)")).text == "\(index)" }
        }
        for try await isRight in group { #expect(isRight) }
      }
    }
  }

  @Test func aThousandHandlersRunAtOnce() async throws {
    let service = EchoService()
    try await withClient(service) { channel in
      try await withThrowingTaskGroup { group in
        for _ in 0..<1_000 {
          group.addTask { try await channel.unary(EchoService.gated, Payload()) }
        }
        while service.probe.count(of: "started") < 1_000 { await Task.yield() }
        service.probe.report("open")
        try await group.waitForAll()
      }
    }
  }

  @Test func handlersThatIgnoreCancellationCountAgainstTheStreamLimit() async throws {
    let service = EchoService()
    try await withClient(service, server: { $0.http2.limits.concurrentStreams = 10 }) { channel in
      let calls = (0..<10).map { _ in
        Task { await rpcError { try await channel.unary(EchoService.gated, Payload()) } }
      }
      while service.probe.count(of: "started") < 10 { await Task.yield() }
      for call in calls {
        call.cancel()
        #expect(await call.value?.code == .cancelled)
      }
      let refused = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
      #expect(refused?.code == .unavailable)
      service.probe.report("open")
      var text: String?
      while text == nil { text = try? await channel.unary(EchoService.echo, Payload("room again")).text }
      #expect(text == "room again")
    }
  }

  @Test func handlersOnTheGlobalPoolKeepTheOrderOfWhatTheySend() async throws {
    var router = RPCRouter()
    router.register(EchoService(), on: .globalPool)
    let server = RPCServer(router: router)
    let running = Task { try await server.run() }
    let channel = ClientChannel(target: try await server.addresses[0])
    #expect(try await channel.unary(EchoService.echo, Payload("x")).text == "x")
    var index = 0
    for try await message in channel.serverStreaming(EchoService.repeated, Payload("2000 100")) {
      #expect(message.data.first == UInt8(index & 0xff))
      index += 1
    }
    #expect(index == 2_000)
    let chat = channel.bidirectionalStreaming(EchoService.chat)
    var answers = chat.responses.makeAsyncIterator()
    for turn in 0..<200 {
      try await chat.send(Payload("\(turn)"))
      let answer = try await answers.next()?.text
      #expect(answer == "\(turn)")
    }
    running.cancel()
    try await running.value
  }

  @Test func aUnixSocketServesToo() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "redsail-\(UUID().uuidString).sock").path
    try await withClient(server: { $0.listen = [.unix(path: path)] }) { channel in
      let received = try await channel.unary(EchoService.echo, Payload("x")).text
      #expect(received == "x")
    }
  }
}
