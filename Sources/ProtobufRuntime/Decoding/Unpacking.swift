internal import CProtobufC

/// Bytes to a C struct in the thread's arena.
enum Unpacking {
  /// Unpacks `bytes` and runs `body` with the C struct, which is valid during the call.
  static func withStruct<R>(
    _ bytes: UnsafeRawBufferPointer,
    layout: MessageLayout,
    options: DecodingOptions,
    _ body: (FieldReader) -> R
  ) throws(DecodingError) -> R {
    layout.link()
    return try Arena.scope(limit: options.maximumMemory, stack: options.stackAllowance) {
      arena throws(DecodingError) in
      guard let message = unpack(bytes, layout, arena) else {
        throw failure(of: arena.pointee, layout: layout, options: options)
      }
      var context = DecodingContext(maximumNesting: options.maximumNesting)
      let result = withUnsafeMutablePointer(to: &context) { body(FieldReader(base: message, context: $0)) }
      if let error = context.error(in: layout) { throw error }
      return result
    }
  }

  private static func unpack(
    _ bytes: UnsafeRawBufferPointer,
    _ layout: MessageLayout,
    _ arena: UnsafeMutablePointer<Arena>
  ) -> UnsafeRawPointer? {
    let descriptor = layout.descriptor.assumingMemoryBound(to: ProtobufCMessageDescriptor.self)
    let allocator = UnsafeMutableRawPointer(arena).assumingMemoryBound(to: ProtobufCAllocator.self)
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    return UnsafeRawPointer(protobuf_c_message_unpack(descriptor, allocator, bytes.count, start))
  }

  private static func failure(of arena: Arena, layout: MessageLayout, options: DecodingOptions) -> DecodingError {
    let reason: DecodingError.Reason =
      switch arena.failure {
      case .memory: .memoryLimitExceeded(limit: options.maximumMemory)
      case .nesting: .nestingTooDeep(limit: options.maximumNesting)
      case .none: .malformed("malformed", offset: 0)
      }
    return DecodingError(reason: reason, message: layout.fullName, path: "")
  }
}
