internal import CProtobufC

/// Bytes to a C struct in the thread's arena.
///
/// libprotobuf-c reads strictly and fast; only where it refuses the bytes, or read something that proto3 wants read
/// otherwise, ``WireRepair`` rewrites them and protobuf-c reads once more.
struct Unpacking {
  let layout: MessageLayout
  let options: DecodingOptions

  /// What came of one attempt.
  private enum Outcome<R> {
    case read(R)
    case failed(DecodingError)
    case needsRepair
  }

  /// Unpacks `bytes` and runs `body` with the C struct, which is valid during the call.
  static func withStruct<R>(
    _ bytes: UnsafeRawBufferPointer,
    layout: MessageLayout,
    options: DecodingOptions,
    _ body: (FieldReader) -> R
  ) throws(DecodingError) -> R {
    layout.link()
    let unpacking = Unpacking(layout: layout, options: options)
    switch unpacking.attempt(bytes, isRepaired: false, body) {
    case .read(let result): return result
    case .failed(let error): throw error
    case .needsRepair: return try unpacking.repairAndRetry(bytes, body)
    }
  }

  private func repairAndRetry<R>(
    _ bytes: UnsafeRawBufferPointer,
    _ body: (FieldReader) -> R
  ) throws(DecodingError) -> R {
    let repaired = try WireRepair.repair(bytes, layout: layout, maximumNesting: options.maximumNesting)
    switch repaired.withUnsafeBytes({ attempt($0, isRepaired: true, body) }) {
    case .read(let result): return result
    case .failed(let error): throw error
    case .needsRepair: throw error(.malformed("expected a message, got bytes that libprotobuf-c refuses", offset: 0))
    }
  }

  private func attempt<R>(
    _ bytes: UnsafeRawBufferPointer,
    isRepaired: Bool,
    _ body: (FieldReader) -> R
  ) -> Outcome<R> {
    Arena.scope(limit: options.maximumMemory, stack: options.stackAllowance) { arena in
      let descriptor = layout.descriptor.assumingMemoryBound(to: ProtobufCMessageDescriptor.self)
      let allocator = UnsafeMutableRawPointer(arena).assumingMemoryBound(to: ProtobufCAllocator.self)
      let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      guard let message = protobuf_c_message_unpack(descriptor, allocator, bytes.count, start) else {
        switch arena.pointee.failure {
        case .memory: return .failed(error(.memoryLimitExceeded(limit: options.maximumMemory)))
        case .nesting: return .failed(error(.nestingTooDeep(limit: options.maximumNesting)))
        case .none: return .needsRepair
        }
      }
      if arena.pointee.sawReplacement && !isRepaired { return .needsRepair }
      var context = DecodingContext(maximumNesting: options.maximumNesting, isRepaired: isRepaired)
      let result = withUnsafeMutablePointer(to: &context) { body(FieldReader(base: message, context: $0)) }
      if let error = context.error(in: layout) { return .failed(error) }
      return context.needsRepair ? .needsRepair : .read(result)
    }
  }

  private func error(_ reason: DecodingError.Reason) -> DecodingError {
    DecodingError(reason: reason, message: layout.fullName, path: "")
  }
}
