internal import NIOCore
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailClient

/// A call whose messages are known only at run time.
struct DynamicCall {
  let schema: CallSchema
  let channel: any RPCChannel
  let options: CallOptions

  /// Sends the requests and hands on each response as JSON. Throws the call's `RPCError`.
  func run(_ requests: [[UInt8]], show: (String) -> Void) async throws {
    let kind: MethodKind =
      switch (schema.method.isClientStreaming, schema.method.isServerStreaming) {
      case (false, false): .unary
      case (true, false): .clientStreaming
      case (false, true): .serverStreaming
      case (true, true): .bidirectionalStreaming
      }
    guard schema.method.isClientStreaming || requests.count == 1 else {
      throw Failure(
        "\(schema.method.name) takes one request, got \(requests.count)",
        "\(schema.method.name) 只接受一个请求，实为 \(requests.count) 个"
      )
    }
    let method = RPCMethod(service: schema.service, name: schema.method.name, kind: kind)
    let framed = requests.map { MessageFramer.frame(ByteBuffer(bytes: $0)) }
    if kind == .unary {
      let reply = try await channel.unary(method, request: framed[0], options: options)
      show(try schema.decode(Array(reply.message.contents().readableBytesView)))
      return
    }
    let stream = channel.makeStream(
      method,
      request: schema.method.isClientStreaming ? nil : framed[0],
      options: options
    )
    if schema.method.isClientStreaming {
      for message in framed { try await stream.send(message) }
      stream.finishSending()
    }
    while let message = try await stream.nextMessage() {
      show(try schema.decode(Array(message.contents().readableBytesView)))
    }
  }
}
