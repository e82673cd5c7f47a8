public import NIOCore

/// A channel whose calls pass through interceptors.
public struct InterceptedChannel: RPCChannel {
  let channel: any RPCChannel
  let interceptors: [any ClientInterceptor]

  /// Makes a call with one request and one response.
  public func unary(
    _ method: RPCMethod,
    request: ByteBuffer,
    options: CallOptions
  ) async throws(RPCError) -> ClientReply {
    var options = options
    let observer = ClientCallObserver(method: method)
    try await observer.start(interceptors, options: &options)
    observer.countSent(request)
    do throws(RPCError) {
      let reply = try await channel.unary(method, request: request, options: options)
      observer.countReceived(reply.message)
      observer.end(nil)
      return reply
    } catch {
      observer.end(error)
      throw error
    }
  }

  /// Starts any other call.
  public func makeStream(_ method: RPCMethod, request: ByteBuffer?, options: CallOptions) -> any ClientStream {
    InterceptedStream(method, request: request, options: options, channel: channel, interceptors: interceptors)
  }
}

extension RPCChannel {
  /// The same channel behind interceptors: the first one starts first and ends last.
  public func intercepted(by interceptors: [any ClientInterceptor]) -> InterceptedChannel {
    InterceptedChannel(channel: self, interceptors: interceptors)
  }
}
