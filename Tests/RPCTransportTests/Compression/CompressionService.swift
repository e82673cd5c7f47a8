internal import RPCCore

/// Gives back what it gets, in the encoding that the request's metadata ask for.
struct CompressionService: RPCService {
  static let echo = MethodDescriptor<Payload, Payload>(service: "test.Compression", name: "Echo", kind: .unary)
  static let chat = MethodDescriptor<Payload, Payload>(
    service: "test.Compression",
    name: "Chat",
    kind: .bidirectionalStreaming
  )
  static let serviceDescriptor = ServiceDescriptor(name: "test.Compression", methods: [echo.method, chat.method])

  func register(in router: inout RPCRouter) {
    router.unary(Self.echo) { request, context in
      try prepare(context)
      var trailing = Metadata()
      try trailing.add("\(context.received.compressed)", for: "compressed")
      context.setTrailingMetadata(trailing)
      return request
    }
    // The second response is never compressed.
    router.bidirectionalStreaming(Self.chat) { requests, responses, context in
      try prepare(context)
      for try await request in requests {
        try await responses.write(request, compressed: context.received.messages != 2)
      }
      var trailing = Metadata()
      try trailing.add("\(context.received.compressed)", for: "compressed")
      context.setTrailingMetadata(trailing)
    }
  }

  private func prepare(_ context: ServerContext) throws {
    let name = context.metadata["respond-with"]
    if let encoding = MessageEncoding.allCases.first(where: { $0.name == name }) {
      try context.setResponseCompression(encoding)
    }
  }
}
