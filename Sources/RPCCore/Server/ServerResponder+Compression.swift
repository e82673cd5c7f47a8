public import NIOCore

extension ServerResponder {
  /// Messages above this many bytes are compressed and decompressed off the connection's event loop: below it the time,
  /// at most about a millisecond, is shorter than two thread hops are worth.
  private static let longBytes = 16 * 1_024

  /// Whether responses are to be compressed. Asked before the functions below, so that a call without compression does
  /// not pay for asynchronous ones.
  @usableFromInline
  var compresses: Bool { context.responseEncoding.load(ordering: .relaxed) != .identity }

  /// The contents of a request message that came compressed.
  func decompress(_ message: ReceivedMessage) async throws(RPCError) -> ByteBuffer {
    // A short message may hold a long one.
    guard message.bytes.readableBytes > 1_024 else { return try message.contents() }
    return try await withTaskExecutorPreference(globalConcurrentExecutor) { () throws(RPCError) in
      try message.contents()
    }
  }

  /// A framed response in the encoding that the handler has asked for.
  @usableFromInline
  func compress(_ framed: ByteBuffer) async -> ByteBuffer {
    let encoding = context.responseEncoding.load(ordering: .relaxed)
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
