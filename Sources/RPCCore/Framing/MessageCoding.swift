public import NIOCore
public import ProtobufRuntime

/// Turns messages into framed bytes and back. Inlinable, so that generated code gets it without run-time generics.
@usableFromInline
enum MessageCoding {
  /// Encodes a message behind its length prefix.
  @inlinable
  static func frame<M: Message>(_ message: M) throws(RPCError) -> ByteBuffer {
    do {
      let bytes = try message.serialized()
      return MessageFramer.frame(ByteBuffer(bytes: bytes))
    } catch {
      throw RPCError(code: .internal, message: "cannot encode \(M.self): \(error)", cause: error)
    }
  }

  /// Decodes a message; INTERNAL if the bytes are not one (grpc/doc/statuscodes.md: error parsing request or response proto).
  @inlinable
  static func decode<M: Message>(_ bytes: ByteBuffer, as type: M.Type = M.self) throws(RPCError) -> M {
    do throws(DecodingError) {
      return try M(serialized: bytes.readableBytesSpan)
    } catch {
      throw RPCError(code: .internal, message: "cannot decode \(M.self): \(error)", cause: error)
    }
  }
}
