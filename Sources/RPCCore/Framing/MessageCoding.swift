public import NIOCore
public import ProtobufRuntime

/// Turns messages into framed bytes and back. Inlinable, so that generated code gets it without run-time generics.
@usableFromInline
enum MessageCoding {
  /// Encodes a message behind its length prefix.
  @inlinable
  static func frame<M: Message>(_ message: M) throws(RPCError) -> ByteBuffer {
    do {
      return try message.withPrepared { prepared in
        var buffer = ByteBufferAllocator().buffer(capacity: MessageFramer.prefixLength + prepared.size)
        buffer.writeInteger(UInt8(0))
        buffer.writeInteger(UInt32(prepared.size))
        buffer.writeWithOutputRawSpan(minimumWritableBytes: prepared.size) { prepared.append(to: &$0) }
        return buffer
      }
    } catch {
      throw RPCError(code: .internal, message: "cannot encode the message: \(error)", cause: error)
    }
  }

  /// Decodes a message; INTERNAL if the bytes are not one (grpc/doc/statuscodes.md: error parsing request or response
  /// proto).
  @inlinable
  static func decode<M: Message>(_ bytes: ByteBuffer, as type: M.Type = M.self) throws(RPCError) -> M {
    do throws(DecodingError) {
      return try M(serialized: bytes.readableBytesSpan)
    } catch {
      throw RPCError(code: .internal, message: "cannot decode the message: \(error)", cause: error)
    }
  }
}
