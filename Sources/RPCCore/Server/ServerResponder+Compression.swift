internal import NIOCore

extension ServerResponder {
  /// Messages above this many bytes are compressed and decompressed off the connection's event loop: below it the time,
  /// at most about a millisecond, is shorter than two thread hops are worth.
  private static let longBytes = 16 * 1_024

  /// A request message, decompressed and counted.
  func contents(of message: ReceivedMessage) async throws(RPCError) -> ByteBuffer {
    var bytes = message.bytes
    if message.isCompressed {
      // A short message may hold a long one.
      bytes =
        if bytes.readableBytes > 1_024 {
          try await withTaskExecutorPreference(globalConcurrentExecutor) { () throws(RPCError) in
            try message.contents()
          }
        } else {
          try message.contents()
        }
    }
    context.countReceived(bytes, isCompressed: message.isCompressed)
    return bytes
  }

  /// A framed response, compressed if the handler has asked for it.
  func compress(_ framed: ByteBuffer) async -> ByteBuffer {
    let encoding = context.responseEncoding.load(ordering: .relaxed)
    guard encoding != .identity else { return framed }
    guard framed.readableBytes > Self.longBytes else { return MessageCompression.compress(framed, with: encoding) }
    return await withTaskExecutorPreference(globalConcurrentExecutor) {
      MessageCompression.compress(framed, with: encoding)
    }
  }

  /// Initial metadata with the headers that compression needs, which come before those of the handler.
  func head(_ metadata: Metadata) -> Metadata {
    let encoding = context.responseEncoding.load(ordering: .relaxed)
    guard encoding != .identity || context.requestEncoding != .identity else { return metadata }
    var head = Metadata()
    if encoding != .identity { head.addUnchecked(.text(encoding.name), for: "grpc-encoding") }
    head.addUnchecked(.text(AcceptedEncodings.own), for: "grpc-accept-encoding")
    head.add(contentsOf: metadata)
    return head
  }
}
