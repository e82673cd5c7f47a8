internal import NIOCore
internal import RPCCore

extension ByteBuffer {
  /// The same bytes, in memory of their own where they are a small part of what they keep alive.
  var compacted: ByteBuffer {
    guard storageCapacity > 4 * readableBytes + 1_024 else { return self }
    return readableBytes == 0 ? ByteBuffer() : ByteBuffer(bytes: readableBytesView)
  }
}

extension ReceivedMessage {
  /// The same message, in memory of its own where it is a small part of what it keeps alive.
  var compacted: ReceivedMessage { with(bytes: bytes.compacted) }
}
