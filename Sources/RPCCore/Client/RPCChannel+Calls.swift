public import NIOCore
public import ProtobufRuntime

extension RPCChannel {
  /// Calls a method with one request and one response.
  @inlinable
  public func unary<Request: Message, Response: Message>(
    _ descriptor: MethodDescriptor<Request, Response>,
    _ request: Request,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Response {
    let reply = try await unary(descriptor.method, request: MessageCoding.frame(request), options: options)
    return try MessageCoding.decode(reply.message.contents())
  }

  /// Calls a method with one request and one response, and gives back the metadata too.
  @inlinable
  public func unaryResponse<Request: Message, Response: Message>(
    _ descriptor: MethodDescriptor<Request, Response>,
    _ request: Request,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> UnaryResponse<Response> {
    let reply = try await unary(descriptor.method, request: MessageCoding.frame(request), options: options)
    return UnaryResponse(
      message: try MessageCoding.decode(reply.message.contents()),
      isCompressed: reply.message.isCompressed,
      initialMetadata: reply.initialMetadata,
      trailingMetadata: reply.trailingMetadata
    )
  }

  /// Starts a call with many requests and one response.
  @inlinable
  public func clientStreaming<Request: Message, Response: Message>(
    _ descriptor: MethodDescriptor<Request, Response>,
    options: CallOptions = CallOptions()
  ) -> ClientStreamingCall<Request, Response> {
    ClientStreamingCall(
      ClientCallLifetime(makeStream(descriptor.method, request: nil, options: options), options: options)
    )
  }

  /// Starts a call with one request and many responses.
  @inlinable
  public func serverStreaming<Request: Message, Response: Message>(
    _ descriptor: MethodDescriptor<Request, Response>,
    _ request: Request,
    options: CallOptions = CallOptions()
  ) -> ResponseStream<Response> {
    do throws(RPCError) {
      let request = try MessageCoding.frame(request)
      let stream = makeStream(descriptor.method, request: request, options: options)
      return ResponseStream(ClientCallLifetime(stream, options: options))
    } catch {
      return ResponseStream(ClientCallLifetime(FailedStream(error), options: options))
    }
  }

  /// Starts a call with many requests and many responses.
  @inlinable
  public func bidirectionalStreaming<Request: Message, Response: Message>(
    _ descriptor: MethodDescriptor<Request, Response>,
    options: CallOptions = CallOptions()
  ) -> BidirectionalCall<Request, Response> {
    BidirectionalCall(
      ClientCallLifetime(makeStream(descriptor.method, request: nil, options: options), options: options)
    )
  }
}
