public import NIOCore
public import ProtobufRuntime
public import RPCCore
internal import RPCTransport
internal import Synchronization

/// A channel for tests of code that makes calls: methods answer as the test says, without a server or a socket.
///
/// What passes between the code and the script is encoded and decoded as on the wire, and deadlines, cancellation, metadata
/// and limits hold, since each call goes through an in-process pair. Methods that the test does not mention are UNIMPLEMENTED.
///
/// ```swift
/// let channel = ScriptedChannel()
/// channel.answer(Greeter.hello, with: .response(reply), .failure(RPCError(code: .unavailable, message: "gone")))
/// ```
public final class ScriptedChannel: RPCChannel {
  /// One call's outcome.
  public enum Answer<Response: Message>: Sendable {
    /// These responses, then OK; exactly one where the method has a single response.
    case responses([Response])
    /// An error.
    case failure(RPCError)

    /// One response, then OK.
    public static func response(_ response: Response) -> Answer { .responses([response]) }
  }

  private struct State {
    var router = RPCRouter()
    var requests: [ObjectIdentifier: [any Sendable]] = [:]
  }

  private let state = Mutex(State())

  /// A channel whose methods are all UNIMPLEMENTED.
  public init() {}

  // MARK: The script

  /// Answers the calls of a method one after the other; the last answer stays. Replaces what was said of it before.
  public func answer<Request: Message, Response: Message>(
    _ method: MethodDescriptor<Request, Response>,
    with answers: Answer<Response>...
  ) {
    let rest = Mutex(answers[...])
    answer(method) { _, _ in
      let answer = rest.withLock { rest in
        defer { if rest.count > 1 { rest.removeFirst() } }
        return rest.first
      }
      switch answer {
      case .responses(let responses): return responses
      case .failure(let error): throw error
      case nil: return []
      }
    }
  }

  /// Answers the calls of a method by a function of all their requests, once the caller has sent the last one, and their
  /// context (metadata, deadline).
  public func answer<Request: Message, Response: Message>(
    _ method: MethodDescriptor<Request, Response>,
    by respond: @escaping @Sendable ([Request], ServerContext) async throws -> [Response]
  ) {
    let answer: @Sendable ([Request], ServerContext) async throws -> [Response] = { [weak self] requests, context in
      for request in requests { self?.record(request, of: method.method) }
      return try await respond(requests, context)
    }
    handle { router in
      switch method.kind {
      case .unary: router.unary(method) { try await Self.single(answer([$0], $1), of: method.method) }
      case .clientStreaming:
        router.clientStreaming(method) { try await Self.single(answer(Self.all($0), $1), of: method.method) }
      case .serverStreaming:
        router.serverStreaming(method) { request, responses, context in
          for response in try await answer([request], context) { try await responses.write(response) }
        }
      case .bidirectionalStreaming:
        router.bidirectionalStreaming(method) { requests, responses, context in
          for response in try await answer(Self.all(requests), context) { try await responses.write(response) }
        }
      }
    }
  }

  private static func all<Request: Message>(_ requests: RequestStream<Request>) async throws -> [Request] {
    var all: [Request] = []
    for try await request in requests { all.append(request) }
    return all
  }

  private static func single<Response: Message>(_ responses: [Response], of method: RPCMethod) throws -> Response {
    guard let response = responses.first, responses.count == 1 else {
      throw RPCError(
        code: .internal,
        message: "the script has \(responses.count) responses for a call of \(method), expected one"
      )
    }
    return response
  }

  /// Registers handlers as a server does, for scripts that answer while requests still come.
  public func handle(_ register: (inout RPCRouter) -> Void) {
    state.withLock { register(&$0.router) }
  }

  // MARK: What happened

  /// The requests that a method with answers has got, in order; those of calls that failed too.
  public func requests<Request: Message, Response: Message>(
    of method: MethodDescriptor<Request, Response>
  ) -> [Request] {
    state.withLock { $0.requests[ObjectIdentifier(method.method)] ?? [] }.compactMap { $0 as? Request }
  }

  private func record(_ request: some Sendable, of method: RPCMethod) {
    state.withLock { $0.requests[ObjectIdentifier(method), default: []].append(request) }
  }

  // MARK: Calls

  /// Makes a call with one request and one response; see `RPCChannel`.
  public func unary(
    _ method: RPCMethod,
    request: ByteBuffer,
    options: CallOptions
  ) async throws(RPCError) -> ClientReply {
    try await channel.unary(method, request: request, options: options)
  }

  /// Starts any other call; see `RPCChannel`.
  public func makeStream(_ method: RPCMethod, request: ByteBuffer?, options: CallOptions) -> any ClientStream {
    channel.makeStream(method, request: request, options: options)
  }

  private var channel: InProcessChannel { InProcessChannel(router: state.withLock { $0.router }) }
}
