internal import ProtobufRuntime
internal import RPCCore
internal import RPCTransport
internal import Synchronization
internal import Testing

/// Cancellation and deadlines, seen from both sides. A test that fails here hangs, hence the time limit.
@Suite(.timeLimit(.minutes(1))) struct InProcessCancellationTests {
  /// A handler that waits for its cancellation and then tells why it came.
  struct Waiting {
    let started = Signal()
    let reasons = AsyncStream<CancellationReason?>.makeStream()
    var service = NotesService()

    init() {
      let started = started
      let reasons = reasons.continuation
      let wait: @Sendable (ServerContext) async throws -> Void = { context in
        started.fire()
        await waitForCancellation()
        reasons.yield(context.isCancelled ? context.cancellation : nil)
        try Task.checkCancellation()
      }
      service.onGet = { request, context in
        try await wait(context)
        return request
      }
      service.onList = { _, _, context in try await wait(context) }
      service.onChat = { _, responses, context in
        try await responses.write(Note())
        try await wait(context)
      }
    }

    var channel: InProcessChannel {
      var router = RPCRouter()
      router.register(service)
      return InProcessChannel(router: router)
    }

    func reason() async -> CancellationReason? {
      for await reason in reasons.stream { return reason }
      return nil
    }
  }

  @Test func cancellingTheTaskCancelsAUnaryCallAndItsHandler() async throws {
    let waiting = Waiting()
    let task = Task { try await waiting.channel.unary(NotesService.get, Note()) }
    await waiting.started.wait()
    task.cancel()
    let error = await #expect(throws: RPCError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(await waiting.reason() == .peer)
  }

  @Test func cancellingTheTaskThatReadsCancelsTheStream() async throws {
    let waiting = Waiting()
    let stream = waiting.channel.serverStreaming(NotesService.list, Note())
    let task = Task { for try await _ in stream {} }
    await waiting.started.wait()
    task.cancel()
    let error = await #expect(throws: RPCError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(await waiting.reason() == .peer)
  }

  @Test func cancelReachesTheHandlerWhileTheReaderWaits() async throws {
    let waiting = Waiting()
    let call = waiting.channel.bidirectionalStreaming(NotesService.chat)
    var responses = call.responses.makeAsyncIterator()
    #expect(try await responses.next() != nil)
    call.cancel()
    #expect(await waiting.reason() == .peer)
    let error = await #expect(throws: RPCError.self) { try await responses.next() }
    #expect(error?.code == .cancelled)
  }

  @Test func lettingGoOfAStreamCancelsIt() async throws {
    let waiting = Waiting()
    var stream: ResponseStream<Note>? = waiting.channel.serverStreaming(NotesService.list, Note())
    await waiting.started.wait()
    #expect(stream?.trailingMetadata.isEmpty == true)
    stream = nil
    #expect(await waiting.reason() == .peer)
  }

  @Test func theResponsesKeepACallAliveWithoutTheCallItself() async throws {
    let channel = InProcessCallTests.channel()
    func open() async throws -> ResponseStream<Note> {
      let call = channel.bidirectionalStreaming(NotesService.chat)
      try await call.send(.number(1))
      call.finishSending()
      return call.responses
    }
    var numbers: [Int64] = []
    for try await note in try await open() { numbers.append(note.number) }
    #expect(numbers == [1])
  }

  @Test func aPassedDeadlineIsDeadlineExceededOnBothSides() async throws {
    let waiting = Waiting()
    let error = await #expect(throws: RPCError.self) {
      try await waiting.channel.unary(NotesService.get, Note(), options: CallOptions(timeout: .milliseconds(20)))
    }
    #expect(error?.code == .deadlineExceeded)
    #expect(await waiting.reason() == .deadline)
  }

  @Test func aPassedDeadlineEndsAStreamUnderItsReader() async throws {
    let waiting = Waiting()
    let stream = waiting.channel.serverStreaming(
      NotesService.list,
      Note(),
      options: CallOptions(timeout: .milliseconds(20))
    )
    let error = await #expect(throws: RPCError.self) { for try await _ in stream {} }
    #expect(error?.code == .deadlineExceeded)
    #expect(await waiting.reason() == .deadline)
  }

  @Test(arguments: [Duration.zero, .seconds(-1)])
  func withoutTimeTheHandlerIsNeverCalled(timeout: Duration) async throws {
    let calls = Mutex(0)
    var service = NotesService()
    service.onGet = { request, _ in
      calls.withLock { $0 += 1 }
      return request
    }
    let channel = InProcessCallTests.channel(service)
    let error = await #expect(throws: RPCError.self) {
      try await channel.unary(NotesService.get, Note(), options: CallOptions(timeout: timeout))
    }
    #expect(error?.code == .deadlineExceeded)
    let stream = channel.serverStreaming(NotesService.list, Note(), options: CallOptions(timeout: timeout))
    let second = await #expect(throws: RPCError.self) { for try await _ in stream {} }
    #expect(second?.code == .deadlineExceeded)
    #expect(calls.withLock { $0 } == 0)
  }

  @Test func theHandlerKnowsTheDeadline() async throws {
    var service = NotesService()
    service.onGet = { _, context in .number(context.deadline?.remaining.components.seconds ?? -1) }
    let channel = InProcessCallTests.channel(service)
    let limited = try await channel.unary(NotesService.get, Note(), options: CallOptions(timeout: .seconds(1000)))
    #expect((900...1000).contains(limited.number))
    #expect(try await channel.unary(NotesService.get, Note()).number == -1)
  }

  @Test func aHandlerThatIgnoresItsCancellationCannotHoldTheCaller() async throws {
    let release = Signal()
    var service = NotesService()
    service.onGet = { request, _ in
      // A task of its own does not see the cancellation.
      await Task { await release.wait() }.value
      return request
    }
    let error = await #expect(throws: RPCError.self) {
      try await InProcessCallTests.channel(service).unary(
        NotesService.get,
        Note(),
        options: CallOptions(timeout: .milliseconds(10))
      )
    }
    #expect(error?.code == .deadlineExceeded)
    release.fire()
  }

  @Test func readsAndWritesOfACancelledCallThrow() async throws {
    let outcome = AsyncStream<[StatusCode]>.makeStream()
    let started = Signal()
    var service = NotesService()
    service.onChat = { requests, responses, _ in
      try await responses.write(Note())
      started.fire()
      var codes: [StatusCode] = []
      do { for try await _ in requests {} } catch let error as RPCError { codes.append(error.code) }
      do { try await responses.write(Note()) } catch let error as RPCError { codes.append(error.code) }
      outcome.continuation.yield(codes)
    }
    let call = InProcessCallTests.channel(service).bidirectionalStreaming(NotesService.chat)
    await started.wait()
    call.cancel()
    for await codes in outcome.stream {
      #expect(codes == [.cancelled, .cancelled])
      break
    }
  }

  @Test func aWriterThatWaitsForRoomIsWokenByCancellation() async throws {
    let outcome = AsyncStream<StatusCode>.makeStream()
    var service = NotesService()
    service.onList = { _, responses, _ in
      do throws(RPCError) {
        while true { try await responses.write(.text(String(repeating: "x", count: 10_000))) }
      } catch {
        outcome.continuation.yield(error.code)
      }
    }
    let stream = InProcessCallTests.channel(service).serverStreaming(NotesService.list, Note())
    var responses = stream.makeAsyncIterator()
    _ = try await responses.next()
    stream.cancel()
    for await code in outcome.stream {
      #expect(code == .cancelled)
      break
    }
  }
}
