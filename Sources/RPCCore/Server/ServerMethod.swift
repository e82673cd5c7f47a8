public import NIOCore

/// One method that a server offers, with its handler behind erased types: what the router gives to a transport.
public final class ServerMethod: Sendable {
  /// Runs the handler of a single-request, single-response method: request bytes in, framed response out.
  public typealias UnaryBody = @Sendable (ByteBuffer, ServerContext) async throws -> ByteBuffer
  /// Runs the handler of any other method; `request` is the request message where there is just one.
  @usableFromInline
  typealias StreamingBody = @Sendable (_ request: ByteBuffer?, ServerResponder) async throws -> Void

  enum Body {
    case unary(UnaryBody)
    case streaming(StreamingBody)
  }

  /// The method's names and kind.
  public let method: RPCMethod
  let body: Body
  /// Where the handler runs if not on the executor of the connection.
  let executor: (any TaskExecutor)?

  init(method: RPCMethod, body: Body, executor: (any TaskExecutor)?) {
    self.method = method
    self.body = body
    self.executor = executor
  }

  /// Starts the handler as a task on `executor`, the connection's event loop as a rule.
  ///
  /// For a method with a single request (`method.kind.hasSingleRequest`) the transport calls it when the whole
  /// request is there, with `request` set; for the others with nil as soon as the headers have come.
  public func start(
    request: ReceivedMessage?,
    context: ServerContext,
    stream: any ServerStream,
    executor: (any TaskExecutor)?
  ) -> ServerCallHandle {
    let task = Task(executorPreference: self.executor ?? executor) {
      await ServerContext.$current.withValue(context) {
        await self.run(request: request, responder: ServerResponder(context: context, stream: stream))
      }
      stream.handlerDidEnd()
    }
    return ServerCallHandle(context: context, stream: stream, task: task)
  }

  private func run(request: ReceivedMessage?, responder: ServerResponder) async {
    do {
      var bytes = request?.bytes
      if let request {
        if request.isCompressed { bytes = try await responder.decompress(request) }
        responder.context.countReceived(bytes ?? request.bytes, isCompressed: request.isCompressed)
      }
      switch (body, bytes) {
      case (.unary(let body), let request?):
        var response = try await body(request, responder.context)
        if responder.compresses { response = await responder.compress(response) }
        responder.respond(with: response)
      case (.streaming(let body), _):
        try await body(bytes, responder)
        responder.finish(nil)
      case (.unary, nil):
        throw RPCError(code: .unimplemented, message: "\(method) takes exactly one request message, got none")
      }
    } catch {
      responder.finish(RPCError(handlerError: error, context: responder.context))
    }
  }
}
