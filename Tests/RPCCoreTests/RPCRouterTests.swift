internal import NIOCore
internal import RPCCore
internal import Synchronization
internal import Testing

@Suite struct RPCRouterTests {
  @Test func findsEachOfManyMethodsAndNothingElse() {
    var router = RPCRouter()
    let methods = (0..<300).map { MethodDescriptor<Note, Note>(service: "s\($0 % 7).S", name: "M\($0)m", kind: .unary) }
    for method in methods { router.unary(method) { request, _ in request } }
    for method in methods {
      #expect(router.method(at: method.path)?.method === method.method)
      #expect(router.method(at: method.path + "x") == nil)
      #expect(router.method(at: String(method.path.dropLast())) == nil)
    }
    #expect(router.method(at: "") == nil)
    #expect(RPCRouter().method(at: "/a/b") == nil)
  }

  @Test func theLastRegistrationOfAMethodCounts() {
    var router = RPCRouter()
    router.register(NotesStub())
    let first = router.method(at: NotesStub.get.path)
    router.register(NotesStub())
    #expect(router.services.map(\.name) == ["test.Notes"])
    #expect(router.method(at: NotesStub.get.path) !== first)
  }

  @Test(arguments: [HandlerExecution.connection, .globalPool])
  func handlersRunWhereTheirServiceAskedFor(execution: HandlerExecution) async throws {
    let executor = CountingExecutor()
    var router = RPCRouter()
    router.register(NotesStub(), on: execution)
    let method = try #require(router.method(at: NotesStub.get.path))
    let stream = RecordingStream()
    let context = ServerContext(
      method: method.method,
      metadata: Metadata(),
      peer: Peer(address: "a", localAddress: "b"),
      deadline: nil
    )
    _ = method.start(request: ReceivedMessage(ByteBuffer()), context: context, stream: stream, executor: executor)
    #expect(await stream.events() == ["respond 0", "end"])
    #expect((executor.count > 0) == (execution == .connection))
  }

  @Test(arguments: [CancellationReason.peer, .deadline, .shutdown])
  func aCancelledCallIsAnsweredAtMostOnce(reason: CancellationReason) async throws {
    var router = RPCRouter()
    router.unary(NotesStub.get) { request, _ in
      while !Task.isCancelled { await Task.yield() }
      return request
    }
    let method = try #require(router.method(at: NotesStub.get.path))
    let stream = RecordingStream()
    let context = ServerContext(
      method: method.method,
      metadata: Metadata(),
      peer: Peer(address: "a", localAddress: "b"),
      deadline: nil
    )
    let handle = method.start(request: ReceivedMessage(ByteBuffer()), context: context, stream: stream, executor: nil)
    handle.cancel(reason)
    handle.cancel(.peer)
    #expect(context.cancellation == reason)
    // The handler returns a response all the same; it is dropped.
    let answer = reason == .peer ? [] : ["finish \(reason == .deadline ? "DEADLINE_EXCEEDED" : "UNAVAILABLE")"]
    #expect(await stream.events() == answer + ["end"])
  }

  @Test func bytesThatAreNoMessageAreInternalAndSayWhere() async throws {
    var router = RPCRouter()
    router.register(NotesStub())
    let method = try #require(router.method(at: NotesStub.get.path))
    let stream = RecordingStream()
    let context = ServerContext(
      method: method.method,
      metadata: Metadata(),
      peer: Peer(address: "a", localAddress: "b"),
      deadline: nil
    )
    _ = method.start(
      request: ReceivedMessage(ByteBuffer(bytes: [0x0A, 0x05, 0x61])),
      context: context,
      stream: stream,
      executor: nil
    )
    #expect(await stream.events() == ["finish INTERNAL", "end"])
    #expect(stream.message.contains("test.Note"))
  }
}

/// Runs jobs on the global pool and counts them.
final class CountingExecutor: TaskExecutor {
  private let jobs = Atomic<Int>(0)

  var count: Int { jobs.load(ordering: .relaxed) }

  func enqueue(_ job: consuming ExecutorJob) {
    jobs.add(1, ordering: .relaxed)
    let job = UnownedJob(job)
    Task.detached { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// A transport that notes what it is told.
final class RecordingStream: ServerStream {
  private let log = Mutex<(events: [String], message: String)>(([], ""))
  private let (ended, end) = AsyncStream<Void>.makeStream()

  /// All that happened, once the handler's task is over.
  func events() async -> [String] {
    for await _ in ended {}
    return log.withLock { $0.events }
  }

  var message: String { log.withLock { $0.message } }

  func nextMessage() async throws(RPCError) -> ReceivedMessage? { nil }
  func sendInitialMetadata(_ metadata: Metadata) { add("head") }
  func sendMessage(_ message: ByteBuffer) async throws(RPCError) { add("message") }
  func respond(initialMetadata: Metadata, message: ByteBuffer, trailingMetadata: Metadata) {
    add("respond \(message.readableBytes - MessageFramer.prefixLength)")
  }
  func finish(_ status: Status, trailingMetadata: Metadata) {
    log.withLock { $0.message = status.message }
    add("finish \(status.code)")
  }
  func handlerDidEnd() {
    add("end")
    end.finish()
  }

  private func add(_ event: String) { log.withLock { $0.events.append(event) } }
}
