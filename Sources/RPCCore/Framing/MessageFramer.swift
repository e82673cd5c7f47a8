public import NIOCore

/// Writes Length-Prefixed-Messages (grpc/doc/PROTOCOL-HTTP2.md): a byte that says whether the message is compressed, its
/// length as four bytes in network order, its bytes.
public enum MessageFramer {
  /// The bytes before each message.
  public static let prefixLength = 5

  /// Frames the bytes of an uncompressed message.
  public static func frame(_ message: ByteBuffer) -> ByteBuffer {
    var buffer = ByteBufferAllocator().buffer(capacity: prefixLength + message.readableBytes)
    buffer.writeInteger(UInt8(0))
    buffer.writeInteger(UInt32(truncatingIfNeeded: message.readableBytes))
    buffer.writeImmutableBuffer(message)
    return buffer
  }

  /// Throws RESOURCE_EXHAUSTED if a framed message is larger than `maximum` bytes without its prefix.
  public static func check(_ framed: ByteBuffer, maximum: Int) throws(RPCError) {
    let size = framed.readableBytes - prefixLength
    guard size <= min(maximum, Int(UInt32.max)) else {
      throw RPCError(
        code: .resourceExhausted,
        message: "the message to send has \(size) bytes, more than the limit of \(min(maximum, Int(UInt32.max)))"
      )
    }
  }
}
