public import NIOCore
internal import Zlib

/// A message as it came, without its length prefix, and compressed if its sender did so.
///
/// It stays compressed until it is used, so that what waits in memory is no more than what the peer sent.
public struct ReceivedMessage: Sendable {
  /// The bytes as they came.
  public let bytes: ByteBuffer
  /// How they are compressed; `identity` where the Compressed-Flag is 0.
  public let encoding: MessageEncoding
  /// The largest message accepted, in bytes after decompression.
  let maximumBytes: Int

  /// A message; `maximumBytes` bounds what comes out of a compressed one.
  public init(_ bytes: ByteBuffer, encoding: MessageEncoding = .identity, maximumBytes: Int = .max) {
    self.bytes = bytes
    self.encoding = encoding
    self.maximumBytes = maximumBytes
  }

  /// Whether the sender compressed it.
  public var isCompressed: Bool { encoding != .identity }

  /// The message itself.
  ///
  /// Throws RESOURCE_EXHAUSTED if it is larger than the limit, of which no more is ever inflated, and INTERNAL if it
  /// cannot be decompressed (grpc/doc/statuscodes.md). No bytes are an empty message in any encoding: some
  /// implementations set the flag of messages that are not worth compressing.
  public func contents() throws(RPCError) -> ByteBuffer {
    guard let format = encoding.format, bytes.readableBytes > 0 else { return bytes }
    do throws(ZlibError) {
      return try Zlib.decompress(bytes.readableBytesView, as: format, maximumBytes: maximumBytes)
    } catch {
      throw RPCError(error, encoding: encoding, size: bytes.readableBytes, maximumBytes: maximumBytes)
    }
  }

  /// The same message with bytes that do not keep more memory alive than they need.
  package func with(bytes: ByteBuffer) -> ReceivedMessage {
    ReceivedMessage(bytes, encoding: encoding, maximumBytes: maximumBytes)
  }
}

extension RPCError {
  fileprivate init(_ error: ZlibError, encoding: MessageEncoding, size: Int, maximumBytes: Int) {
    let message = "a message of \(size) bytes of \(encoding.name)"
    switch error {
    case .tooLarge:
      self.init(code: .resourceExhausted, message: "\(message) holds more than the limit of \(maximumBytes) bytes")
    case .outOfMemory:
      self.init(code: .resourceExhausted, message: "\(message) cannot be decompressed for want of memory")
    case .corrupt(let reason):
      self.init(code: .internal, message: "\(message) cannot be decompressed: \(reason)")
    case .truncated:
      self.init(code: .internal, message: "\(message) cannot be decompressed: it ends too early")
    case .trailingBytes(let count):
      self.init(code: .internal, message: "\(message) has \(count) bytes behind its end")
    }
  }
}
