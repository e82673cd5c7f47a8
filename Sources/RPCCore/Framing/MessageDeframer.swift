public import NIOCore

/// Takes Length-Prefixed-Messages (grpc/doc/PROTOCOL-HTTP2.md) out of bytes that come in pieces of any size.
///
/// A value without I/O. A message is given out as a slice of the bytes that came where it lies in one piece. Memory grows
/// with the bytes received, not with the length announced.
public struct MessageDeframer: Sendable {
  /// The largest message accepted, in bytes.
  public let maximumBytes: Int
  /// The encoding of messages whose Compressed-Flag is set, from `grpc-encoding`; with `identity` none may be.
  public var encoding: MessageEncoding
  private var buffer = ByteBuffer()

  /// A deframer that refuses messages above `maximumBytes` as soon as their prefix has come.
  public init(maximumBytes: Int, encoding: MessageEncoding = .identity) {
    self.maximumBytes = maximumBytes
    self.encoding = encoding
  }

  /// Takes in the next bytes of the stream.
  public mutating func append(_ bytes: ByteBuffer) {
    if buffer.readableBytes == 0 { buffer = bytes } else { buffer.writeImmutableBuffer(bytes) }
  }

  /// Takes in the next bytes of the stream; they are copied.
  public mutating func append(_ bytes: RawSpan) {
    // Fresh storage where nothing is left over: the old one may be shared with messages given out.
    if buffer.readableBytes == 0 { buffer = ByteBufferAllocator().buffer(capacity: bytes.byteCount) }
    buffer.setBytes(bytes, at: buffer.writerIndex)
    buffer.moveWriterIndex(forwardBy: bytes.byteCount)
  }

  /// The next whole message without its prefix; nil until more bytes have come.
  ///
  /// Throws INTERNAL for a compressed message without an encoding (grpc/doc/compression.md, test case 6), and for a flag
  /// that is neither 0 nor 1; RESOURCE_EXHAUSTED for a message that is too large.
  public mutating func next() throws(RPCError) -> ReceivedMessage? {
    guard let length = try announcedLength(), buffer.readableBytes >= MessageFramer.prefixLength + length else {
      return nil
    }
    let flag = buffer.readInteger(as: UInt8.self)
    buffer.moveReaderIndex(forwardBy: MessageFramer.prefixLength - 1)
    guard let bytes = buffer.readSlice(length: length) else { return nil }
    return ReceivedMessage(bytes, encoding: flag == 0 ? .identity : encoding, maximumBytes: maximumBytes)
  }

  /// How many bytes have to come before `next` gives a message; 0 if one is there. Throws as `next` does.
  ///
  /// A transport gives the peer this much credit when a reader waits, lest a message larger than the window never come.
  public func missingBytes() throws(RPCError) -> Int {
    guard let length = try announcedLength() else { return MessageFramer.prefixLength - buffer.readableBytes }
    return max(0, MessageFramer.prefixLength + length - buffer.readableBytes)
  }

  /// The stream has ended: throws INTERNAL if it broke off within a message.
  public func finish() throws(RPCError) {
    guard buffer.readableBytes > 0 else { return }
    throw RPCError(
      code: .internal,
      message: "the stream ended within a message: \(buffer.readableBytes) bytes are left over"
    )
  }

  private func announcedLength() throws(RPCError) -> Int? {
    guard let flag = buffer.getInteger(at: buffer.readerIndex, as: UInt8.self) else { return nil }
    guard flag == 0 || flag == 1 && encoding != .identity else {
      throw RPCError(
        code: .internal,
        message: flag == 1
          ? "a message has its Compressed-Flag set, but grpc-encoding is missing or identity"
          : "a message has the Compressed-Flag \(flag), expected 0 or 1"
      )
    }
    guard let length = buffer.getInteger(at: buffer.readerIndex + 1, as: UInt32.self) else { return nil }
    guard length <= maximumBytes else {
      throw RPCError(
        code: .resourceExhausted,
        message: "a message of \(length) bytes came, more than the limit of \(maximumBytes)"
      )
    }
    return Int(length)
  }
}
