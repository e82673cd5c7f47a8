internal import ProtobufRuntime
internal import RPCCore
internal import RPCTransport
internal import Synchronization
internal import Testing

@Suite struct InterceptorTests {
  final class Log: Sendable {
    private let entries = Mutex<[String]>([])
    func add(_ entry: String) { entries.withLock { $0.append(entry) } }
    var all: [String] { entries.withLock { $0 } }
  }

  struct ServerProbe: ServerInterceptor {
    let name: String
    let log: Log

    func intercept<Result: Sendable>(
      _ context: ServerContext,
      next: @Sendable () async throws -> Result
    ) async throws -> Result {
      log.add("\(name) before \(context.method.name)")
      do {
        let result = try await next()
        log.add("\(name) after \(context.received.messages)/\(context.sent.messages)")
        return result
      } catch {
        log.add("\(name) error")
        throw error
      }
    }
  }

  struct Refusing: ServerInterceptor {
    func intercept<Result: Sendable>(
      _ context: ServerContext,
      next: @Sendable () async throws -> Result
    ) async throws -> Result {
      guard context.metadata["token"] == "good" else { throw RPCError(code: .unauthenticated, message: "no token") }
      return try await next()
    }
  }

  @Test func theFirstServerInterceptorIsOutermost() async throws {
    let log = Log()
    let channel = InProcessCallTests.channel(
      interceptors: [ServerProbe(name: "a", log: log), ServerProbe(name: "b", log: log)])
    _ = try await channel.unary(NotesService.get, Note())
    for try await _ in channel.serverStreaming(NotesService.list, .number(3)) {}
    #expect(
      log.all == [
        "a before Get", "b before Get", "b after 1/1", "a after 1/1", "a before List", "b before List", "b after 1/3",
        "a after 1/3",
      ]
    )
  }

  @Test func aServerInterceptorRefusesCallsOfEveryKind() async throws {
    let channel = InProcessCallTests.channel(interceptors: [Refusing()])
    var codes: [StatusCode?] = []
    codes.append(await #expect(throws: RPCError.self) { try await channel.unary(NotesService.get, Note()) }?.code)
    codes.append(
      await #expect(throws: RPCError.self) { try await channel.clientStreaming(NotesService.collect).finish() }?.code
    )
    codes.append(
      await #expect(throws: RPCError.self) {
        for try await _ in channel.serverStreaming(NotesService.list, Note()) {}
      }?.code
    )
    codes.append(
      await #expect(throws: RPCError.self) {
        let call = channel.bidirectionalStreaming(NotesService.chat)
        for try await _ in call.responses {}
      }?.code
    )
    #expect(codes == Array(repeating: .unauthenticated, count: 4))
    var options = CallOptions()
    try options.metadata.add("good", for: "token")
    #expect(try await channel.unary(NotesService.get, .number(1), options: options).number == 1)
  }
}

extension InterceptorTests {
  struct ClientProbe: ClientInterceptor {
    let name: String
    let log: Log
    var token: String?

    func callWillStart(_ method: RPCMethod, options: inout CallOptions) async throws(RPCError) {
      await Task.yield()
      log.add("\(name) before \(method.name)")
      guard let token else { return }
      do { try options.metadata.add(token, for: "token") } catch {
        throw RPCError(code: .internal, message: "\(error)")
      }
    }

    func callDidEnd(_ call: ClientCallSummary) {
      log.add("\(name) \(call.code) \(call.sent.messages)/\(call.received.messages)")
    }
  }

  struct ClientRefusal: ClientInterceptor {
    func callWillStart(_ method: RPCMethod, options: inout CallOptions) async throws(RPCError) {
      throw RPCError(code: .unauthenticated, message: "no token to be had")
    }
  }

  @Test func clientInterceptorsSeeAllKindsAndChangeOptions() async throws {
    let log = Log()
    let channel = InProcessCallTests.channel(interceptors: [Refusing()]).intercepted(
      by: [ClientProbe(name: "a", log: log), ClientProbe(name: "b", log: log, token: "good")])
    _ = try await channel.unary(NotesService.get, Note())
    let collect = channel.clientStreaming(NotesService.collect)
    try await collect.send(Note())
    try await collect.send(Note())
    _ = try await collect.finish()
    for try await _ in channel.serverStreaming(NotesService.list, .number(3)) {}
    let chat = channel.bidirectionalStreaming(NotesService.chat)
    chat.finishSending()
    for try await _ in chat.responses {}
    #expect(
      log.all == [
        "a before Get", "b before Get", "b OK 1/1", "a OK 1/1",
        "a before Collect", "b before Collect", "b OK 2/1", "a OK 2/1",
        "a before List", "b before List", "b OK 1/3", "a OK 1/3",
        "a before Chat", "b before Chat", "b OK 0/0", "a OK 0/0",
      ]
    )
  }

  @Test func aClientInterceptorRefusesACall() async throws {
    let log = Log()
    let channel = InProcessCallTests.channel().intercepted(by: [ClientProbe(name: "a", log: log), ClientRefusal()])
    let unary = await #expect(throws: RPCError.self) { try await channel.unary(NotesService.get, Note()) }
    #expect(unary?.code == .unauthenticated)
    let stream = await #expect(throws: RPCError.self) {
      for try await _ in channel.serverStreaming(NotesService.list, Note()) {}
    }
    #expect(stream?.code == .unauthenticated)
    #expect(log.all == ["a before Get", "a UNAUTHENTICATED 0/0", "a before List", "a UNAUTHENTICATED 0/0"])
  }

  @Test func lettingGoOfAnInterceptedStreamEndsIt() async throws {
    let waiting = InProcessCancellationTests.Waiting()
    let log = Log()
    let channel = waiting.channel.intercepted(by: [ClientProbe(name: "a", log: log)])
    var call: BidirectionalCall<Note, Note>? = channel.bidirectionalStreaming(NotesService.chat)
    var first = call?.responses.makeAsyncIterator()
    #expect(try await first?.next() != nil)
    first = nil
    call = nil
    #expect(await waiting.reason() == .peer)
    #expect(log.all == ["a before Chat", "a CANCELLED 0/1"])
  }
}
