package import NIOCore
internal import Zlib

/// Compresses messages that are to be sent (grpc/doc/compression.md); each for itself, without context between them.
package enum MessageCompression {
  /// The same message, compressed, or as it is where that would not make it shorter, which the specification leaves to
  /// the sender. Both are framed.
  package static func compress(_ framed: ByteBuffer, with encoding: MessageEncoding) -> ByteBuffer {
    guard let format = encoding.format else { return framed }
    let message = framed.readableBytesView.dropFirst(MessageFramer.prefixLength)
    var output = ByteBufferAllocator().buffer(capacity: framed.readableBytes)
    output.writeInteger(UInt8(1))
    output.writeInteger(UInt32(0))
    guard Zlib.compress(message, as: format, into: &output) else { return framed }
    output.setInteger(UInt32(output.readableBytes - MessageFramer.prefixLength), at: output.readerIndex + 1)
    return output
  }
}
