internal import RPCCore
internal import RPCTransport
internal import Testing

/// Retries, hedging and transparent retries (gRFC A6) against a server by frames. One at a time, since a program would
/// inherit the pipes of another.
@Suite("Calls that are repeated", .serialized)
struct RepetitionTests {
  private static func config(
    _ repetition: ServiceConfig.Method.Repetition,
    throttling: ServiceConfig.RetryThrottling? = nil
  ) -> ServiceConfig {
    var config = ServiceConfig()
    config.methods = [ServiceConfig.Method(names: [.init(service: "test.Echo")], repetition: repetition)]
    config.methods.append(ServiceConfig.Method(names: [.init(service: "test.Echo", method: "Log")]))
    config.retryThrottling = throttling
    return config
  }

  private static func retries(
    _ attempts: Int = 5,
    backoff: Duration = .milliseconds(1)
  ) -> ServiceConfig.Method.Repetition {
    .retry(ServiceConfig.RetryPolicy(maximumAttempts: attempts, initialBackoff: backoff, maximumBackoff: backoff))
  }

  // MARK: Retries

  @Test func aCallIsRepeatedAndTheServerToldHowOften() async throws {
    try await withFrames("script", "14", "14:0", "ok", client: { $0.serviceConfig = Self.config(Self.retries()) }) {
      let reply = try await $0.unaryResponse(EchoService.echo, Payload("hello"))
      #expect(reply.message.text == "hello")
      #expect(reply.initialMetadata["x-previous"] == "2")
      let events = try await $0.events(4)
      #expect(events.prefix(3) == ["request 1.1 -", "request 1.3 1", "request 1.5 2"])
    }
  }

  @Test func theLastFailureIsTheCallers() async throws {
    try await withFrames("script", "14", "14", "14", client: { $0.serviceConfig = Self.config(Self.retries(2)) }) {
      channel in
      let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
      #expect(error?.code == .unavailable && error?.message == "by 1.3")
    }
  }

  @Test(arguments: [["13"], ["14:-1"], ["14:soon"]])
  func someFailuresAreNotRepeated(script: [String]) async throws {
    try await withFrames("script", script[0], client: { $0.serviceConfig = Self.config(Self.retries()) }) { channel in
      let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
      #expect(error?.message == "by 1.1")
    }
  }

  @Test func responseHeadersCommitACall() async throws {
    try await withFrames("headers, then failure", client: { $0.serviceConfig = Self.config(Self.retries()) }) {
      channel in
      #expect(await rpcError { try await channel.unary(EchoService.echo, Payload()) }?.code == .unavailable)
      let events = try await channel.events(2)
      #expect(events == ["request 1.1 -", "request 1.3 -"])
    }
  }

  @Test func aRequestThatIsNotKeptIsNotRepeated() async throws {
    try await withFrames(
      "script",
      "14",
      client: {
        $0.serviceConfig = Self.config(Self.retries())
        $0.replayBytesPerCall = 10
      }
    ) { channel in
      let error = await rpcError { try await channel.unary(EchoService.echo, Payload("more than ten")) }
      #expect(error?.message == "by 1.1")
      let text = try await channel.unary(EchoService.echo, Payload("x")).text
      #expect(text == "x")
    }
  }

  @Test func aStreamOfRequestsIsSentAgain() async throws {
    try await withFrames("script", "14", "ok", client: { $0.serviceConfig = Self.config(Self.retries()) }) { channel in
      let call = channel.bidirectionalStreaming(EchoService.chat)
      for text in ["a", "b", "c"] { try await call.send(Payload(text)) }
      call.finishSending()
      var answers: [String] = []
      for try await answer in call.responses { answers.append(answer.text) }
      #expect(answers == ["a", "b", "c"])
      let metadata = try await call.responses.initialMetadata()
      #expect(metadata["x-previous"] == "1")
    }
  }

  @Test func throttlingEndsRepetition() async throws {
    let config = Self.config(Self.retries(), throttling: .init(maximumTokens: 4, tokenRatio: 0.1))
    try await withFrames("script", "14", "14", "14", client: { $0.serviceConfig = config }) { channel in
      let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
      #expect(error?.message == "by 1.3")
    }
  }

  @Test func aCallIsCancelledBetweenTwoAttempts() async throws {
    let config = Self.config(Self.retries(backoff: .seconds(3_600)))
    try await withFrames("script", "14", client: { $0.serviceConfig = config }) { channel in
      let call = Task { await rpcError { try await channel.unary(EchoService.echo, Payload()) } }
      _ = try await channel.events(2)
      call.cancel()
      #expect(await call.value?.code == .cancelled)
    }
  }

  // MARK: Hedging

  @Test func theFirstAnswerIsTakenAndTheOtherAttemptsCancelled() async throws {
    let policy = ServiceConfig.HedgingPolicy(maximumAttempts: 3)
    try await withFrames("script", "hold", "ok", "hold", client: { $0.serviceConfig = Self.config(.hedging(policy)) }) {
      let reply = try await $0.unaryResponse(EchoService.echo, Payload("hello"))
      #expect(reply.message.text == "hello")
      #expect(reply.initialMetadata["x-stream"] == "1.3")
      #expect(reply.initialMetadata["x-previous"] == "1")
      let resets = try await $0.events(6).filter { $0.hasPrefix("reset") }
      #expect(Set(resets) == ["reset 1.1 8", "reset 1.5 8"])
    }
  }

  @Test func aNonFatalFailureBringsTheNextAttempt() async throws {
    let policy = ServiceConfig.HedgingPolicy(maximumAttempts: 3, delay: .seconds(3_600), nonFatalCodes: [.unavailable])
    try await withFrames("script", "14", "14:0", "ok", client: { $0.serviceConfig = Self.config(.hedging(policy)) }) {
      let reply = try await $0.unaryResponse(EchoService.echo, Payload("hello"))
      #expect(reply.initialMetadata["x-stream"] == "1.5")
    }
  }

  @Test func aFatalFailureEndsAHedgedCall() async throws {
    let policy = ServiceConfig.HedgingPolicy(maximumAttempts: 2, nonFatalCodes: [.unavailable])
    try await withFrames("script", "hold", "13", client: { $0.serviceConfig = Self.config(.hedging(policy)) }) {
      channel in
      let error = await rpcError { try await channel.unary(EchoService.echo, Payload()) }
      #expect(error?.code == .internal && error?.message == "by 1.3")
      let events = try await channel.events(4)
      #expect(events.contains("reset 1.1 8"))
    }
  }

  @Test func aHedgedStreamGoesOnWithTheAttemptThatAnswers() async throws {
    let policy = ServiceConfig.HedgingPolicy(maximumAttempts: 2)
    try await withFrames("script", "hold", "ok", client: { $0.serviceConfig = Self.config(.hedging(policy)) }) {
      channel in
      let call = channel.bidirectionalStreaming(EchoService.chat)
      for text in ["a", "b"] { try await call.send(Payload(text)) }
      call.finishSending()
      var answers: [String] = []
      for try await answer in call.responses { answers.append(answer.text) }
      #expect(answers == ["a", "b"])
    }
  }

  @Test func aHedgedCallIsCancelledInAllItsAttempts() async throws {
    let policy = ServiceConfig.HedgingPolicy(maximumAttempts: 2)
    try await withFrames("script", "hold", "hold", client: { $0.serviceConfig = Self.config(.hedging(policy)) }) {
      channel in
      let call = Task { await rpcError { try await channel.unary(EchoService.echo, Payload()) } }
      _ = try await channel.events(3)
      call.cancel()
      #expect(await call.value?.code == .cancelled)
      let resets = try await channel.events(6).filter { $0.hasPrefix("reset") }
      #expect(resets.count == 2 && resets.allSatisfy { $0.hasSuffix(" 8") })
    }
  }

  // MARK: What the server has never seen

  @Test func refusedStreamsAreOpenedAgainWithoutAPolicy() async throws {
    try await withFrames("refuse") { channel in
      let reply = try await channel.unaryResponse(EchoService.echo, Payload("hello"))
      #expect(reply.initialMetadata["x-stream"] == "1.5" && reply.initialMetadata["x-previous"] == "-")
    }
  }

  @Test func aGoAwayFailsNoCall() async throws {
    try await withFrames("go away") { channel in
      let streams = try await withThrowingTaskGroup { group in
        for index in 0..<3 {
          group.addTask {
            let reply = try await channel.unaryResponse(EchoService.echo, Payload("\(index)"))
            #expect(reply.message.text == "\(index)")
            return reply.initialMetadata["x-stream"] ?? ""
          }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(streams == ["1.1", "2.1", "2.3"])
    }
  }

  @Test(arguments: ["end on headers", "end on data"])
  func aGoAwayThatTakesNothingSendsAStreamAgain(behaviour: String) async throws {
    try await withFrames(behaviour) { channel in
      let call = channel.bidirectionalStreaming(EchoService.chat)
      for text in ["a", "b"] { try await call.send(Payload(text)) }
      call.finishSending()
      var answers: [String] = []
      for try await answer in call.responses { answers.append(answer.text) }
      #expect(answers == ["a", "b"])
      let metadata = try await call.responses.initialMetadata()
      #expect(metadata["x-stream"] == "2.1")
    }
  }
}
