public import NIOCore
public import ProtobufRuntime

/// The services of a server: finds the handler for a path.
///
/// A value: services are registered first, then transports get copies.
public struct RPCRouter: Sendable {
  /// The services registered, in order.
  public private(set) var services: [ServiceDescriptor] = []
  private var table = ServerMethodTable()
  private let interceptors: [any ServerInterceptor]
  private var execution = HandlerExecution.connection

  /// A router without services whose calls all pass through `interceptors`, the first one outermost.
  public init(interceptors: [any ServerInterceptor] = []) { self.interceptors = interceptors }

  /// Serves a service, whose handlers run on the connection's event loop unless told otherwise. A service of the same
  /// name is replaced.
  public mutating func register<Service: RPCService>(_ service: Service, on execution: HandlerExecution = .connection) {
    self.execution = execution
    defer { self.execution = .connection }
    services.removeAll { $0.name == Service.serviceDescriptor.name }
    services.append(Service.serviceDescriptor)
    service.register(in: &self)
  }

  /// Serves a method with one request and one response.
  @inlinable
  public mutating func unary<Request: Message, Response: Message>(
    _ descriptor: MethodDescriptor<Request, Response>,
    handler: @escaping @Sendable (Request, ServerContext) async throws -> Response
  ) {
    addUnary(descriptor.method) { bytes, context in
      let request = try MessageCoding.decode(bytes, as: Request.self)
      let response = try await handler(request, context)
      return try MessageCoding.frame(response)
    }
  }

  /// Serves a method with many requests and one response.
  @inlinable
  public mutating func clientStreaming<Request: Message, Response: Message>(
    _ descriptor: MethodDescriptor<Request, Response>,
    handler: @escaping @Sendable (RequestStream<Request>, ServerContext) async throws -> Response
  ) {
    addStreaming(descriptor.method) { _, responder in
      var response = try await MessageCoding.frame(handler(RequestStream(responder), responder.context))
      responder.context.countSent(response)
      if responder.compresses { response = await responder.compress(response) }
      responder.respond(with: response)
    }
  }

  /// Serves a method with one request and many responses.
  @inlinable
  public mutating func serverStreaming<Request: Message, Response: Message>(
    _ descriptor: MethodDescriptor<Request, Response>,
    handler: @escaping @Sendable (Request, ResponseWriter<Response>, ServerContext) async throws -> Void
  ) {
    addStreaming(descriptor.method) { bytes, responder in
      let request = try MessageCoding.decode(bytes ?? ByteBuffer(), as: Request.self)
      try await handler(request, ResponseWriter(responder), responder.context)
    }
  }

  /// Serves a method with many requests and many responses.
  @inlinable
  public mutating func bidirectionalStreaming<Request: Message, Response: Message>(
    _ descriptor: MethodDescriptor<Request, Response>,
    handler: @escaping @Sendable (RequestStream<Request>, ResponseWriter<Response>, ServerContext) async throws -> Void
  ) {
    addStreaming(descriptor.method) { _, responder in
      try await handler(RequestStream(responder), ResponseWriter(responder), responder.context)
    }
  }

  /// The method at a path given as UTF-8 bytes, such as a `:path` header; nil if there is none.
  public func method(at path: Span<UInt8>) -> ServerMethod? { table.method(at: path) }

  /// The method at a path such as `/grpc.health.v1.Health/Check`; nil if there is none.
  public func method(at path: String) -> ServerMethod? { table.method(at: path.utf8.span) }

  /// The error for a path at which there is no method: UNIMPLEMENTED, saying whether the service or only the method is unknown.
  public func unimplemented(path: String) -> RPCError {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, !parts[1].isEmpty, !parts[2].isEmpty else {
      return RPCError(code: .unimplemented, message: "malformed path '\(path)', expected '/package.Service/Method'")
    }
    guard services.contains(where: { $0.name == parts[1] }) else {
      return RPCError(code: .unimplemented, message: "unknown service \(parts[1])")
    }
    return RPCError(code: .unimplemented, message: "unknown method \(parts[2]) of service \(parts[1])")
  }

  @usableFromInline
  mutating func addUnary(_ method: RPCMethod, body: @escaping ServerMethod.UnaryBody) {
    guard !interceptors.isEmpty else { return add(method, .unary(body)) }
    let interceptors = interceptors
    add(
      method,
      .unary { bytes, context in
        try await Self.run(interceptors[...], context) {
          let response = try await body(bytes, context)
          // Only interceptors can still look at the count.
          context.countSent(response)
          return response
        }
      }
    )
  }

  @usableFromInline
  mutating func addStreaming(_ method: RPCMethod, body: @escaping ServerMethod.StreamingBody) {
    guard !interceptors.isEmpty else { return add(method, .streaming(body)) }
    let interceptors = interceptors
    add(
      method,
      .streaming { bytes, responder in
        try await Self.run(interceptors[...], responder.context) { try await body(bytes, responder) }
      }
    )
  }

  private mutating func add(_ method: RPCMethod, _ body: ServerMethod.Body) {
    table.insert(ServerMethod(method: method, body: body, executor: execution.executor))
  }

  private static func run<Result: Sendable>(
    _ interceptors: ArraySlice<any ServerInterceptor>,
    _ context: ServerContext,
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    guard let first = interceptors.first else { return try await body() }
    return try await first.intercept(context) { try await run(interceptors.dropFirst(), context, body) }
  }
}
