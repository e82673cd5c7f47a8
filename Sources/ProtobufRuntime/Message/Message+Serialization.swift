extension Message {
  /// Decodes a message.
  ///
  /// Unknown fields and enum values are kept. Throws a ``DecodingError`` that names the field where it can.
  @inlinable
  public init(serialized bytes: RawSpan, options: DecodingOptions = DecodingOptions()) throws(DecodingError) {
    let session = try DecodingSession(bytes, layout: Self.layout, options: options)
    self.init(reading: session.fields)
    try session.close(bytes)
  }

  /// Decodes a message from an array.
  @inlinable
  public init(serialized bytes: [UInt8], options: DecodingOptions = DecodingOptions()) throws(DecodingError) {
    try self.init(serialized: bytes.span.bytes, options: options)
  }

  /// Lays the message out for encoding and runs `body`, which learns its size and can write it where it wants it.
  ///
  /// Throws an ``EncodingError`` where the message is nested too deep or too large, and what `body` throws.
  public func withPrepared<R>(
    _ options: EncodingOptions = EncodingOptions(),
    _ body: (borrowing PreparedMessage) throws -> R
  ) throws -> R {
    try withStruct(options) { message in
      let prepared = PreparedMessage(message)
      guard prepared.size <= Int(Int32.max) else {
        throw EncodingError(reason: .tooLarge(bytes: prepared.size), message: Self.layout.fullName)
      }
      return try body(prepared)
    }
  }

  /// Copies the message into a C struct in the arena, which is valid during the call.
  func withStruct<R>(_ options: EncodingOptions, _ body: (UnsafeMutableRawPointer) throws -> R) throws -> R {
    Self.layout.link()
    return try Arena.scope(limit: .max, stack: 0) { arena in
      var context = EncodingContext(arena: arena, isDeterministic: options.isDeterministic)
      let message = withUnsafeMutablePointer(to: &context) { context in
        let memory = context.pointee.allocate(Self.layout.size)
        memory.storeBytes(of: Self.layout.descriptor, as: UnsafeRawPointer.self)
        write(to: FieldWriter(base: memory, context: context))
        return memory
      }
      if context.isTooDeep {
        throw EncodingError(
          reason: .nestingTooDeep(limit: EncodingContext.maximumNesting),
          message: Self.layout.fullName
        )
      }
      return try body(message)
    }
  }

  /// The message's bytes.
  public func serialized(options: EncodingOptions = EncodingOptions()) throws -> [UInt8] {
    try withPrepared(options) { $0.bytes() }
  }
}
