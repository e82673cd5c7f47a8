internal import CProtobufC

/// A message laid out for encoding: its size is known, and its bytes can be written without a copy in between.
///
/// It lives in the calling thread's arena, during ``Message/withPrepared(_:_:)``.
public struct PreparedMessage: ~Copyable {
  /// The encoded message's size in bytes.
  public let size: Int

  private let message: UnsafePointer<ProtobufCMessage>

  init(_ message: UnsafeRawPointer) {
    self.message = message.assumingMemoryBound(to: ProtobufCMessage.self)
    size = protobuf_c_message_get_packed_size(self.message)
  }

  /// Appends the message's bytes; the span must have room for ``size`` bytes.
  public func append(to output: inout OutputRawSpan) {
    precondition(output.freeCapacity >= size, "the buffer has no room for \(size) bytes")
    output.withUnsafeMutableBytes { buffer, initialised in
      guard let start = buffer.baseAddress else { return }
      initialised += write(to: start + initialised)
    }
  }

  /// The message's bytes.
  public func bytes() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size) { buffer, initialised in
      if let start = buffer.baseAddress { initialised = write(to: start) }
    }
  }

  private func write(to target: UnsafeMutableRawPointer) -> Int {
    protobuf_c_message_pack(message, target.assumingMemoryBound(to: UInt8.self))
  }
}
