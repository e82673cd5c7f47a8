internal import ProtobufRuntime
internal import RPCCore

/// One method of each kind; each test gives the handlers it needs.
struct NotesService: RPCService {
  static let get = MethodDescriptor<Note, Note>(service: "test.Notes", name: "Get", kind: .unary)
  static let collect = MethodDescriptor<Note, Note>(service: "test.Notes", name: "Collect", kind: .clientStreaming)
  static let list = MethodDescriptor<Note, Note>(service: "test.Notes", name: "List", kind: .serverStreaming)
  static let chat = MethodDescriptor<Note, Note>(service: "test.Notes", name: "Chat", kind: .bidirectionalStreaming)

  static let serviceDescriptor = ServiceDescriptor(
    name: "test.Notes",
    methods: [get.method, collect.method, list.method, chat.method]
  )

  /// Gives back the request.
  var onGet: @Sendable (Note, ServerContext) async throws -> Note = { request, _ in request }

  /// Joins the texts and adds the numbers.
  var onCollect: @Sendable (RequestStream<Note>, ServerContext) async throws -> Note = { requests, _ in
    var sum = Note()
    for try await request in requests {
      sum.text += request.text
      sum.number += request.number
    }
    return sum
  }

  /// Counts from 1 to the request's number.
  var onList: @Sendable (Note, ResponseWriter<Note>, ServerContext) async throws -> Void = { request, responses, _ in
    for number in 0..<request.number { try await responses.write(.with { $0.number = number + 1 }) }
  }

  /// Echoes each request.
  var onChat: @Sendable (RequestStream<Note>, ResponseWriter<Note>, ServerContext) async throws -> Void = {
    requests,
    responses,
    _ in
    for try await request in requests { try await responses.write(request) }
  }

  func register(in router: inout RPCRouter) {
    router.unary(Self.get, handler: onGet)
    router.clientStreaming(Self.collect, handler: onCollect)
    router.serverStreaming(Self.list, handler: onList)
    router.bidirectionalStreaming(Self.chat, handler: onChat)
  }
}

extension Note {
  static func text(_ text: String) -> Note { .with { $0.text = text } }
  static func number(_ number: Int64) -> Note { .with { $0.number = number } }
}
