/// Decoding of messages that have no Swift type of their own.
enum Unpacking {
  /// Unpacks and checks `bytes` and runs `body` with the C struct, which is valid during the call.
  static func withCheckedStruct<R>(
    _ bytes: RawSpan,
    layout: MessageLayout,
    options: DecodingOptions,
    _ body: (UnsafeRawPointer) throws -> R
  ) throws -> R {
    // Checked first, in a session of its own, so that `body` sees sound messages only.
    try check(bytes, layout: layout, options: options)
    let session = try DecodingSession(bytes, layout: layout, options: options)
    let result = Result { try body(session.fields.base) }
    try session.close(bytes)
    return try result.get()
  }

  /// Checks that `bytes` are a message.
  static func check(_ bytes: RawSpan, layout: MessageLayout, options: DecodingOptions) throws(DecodingError) {
    let session = try DecodingSession(bytes, layout: layout, options: options)
    session.fields.check(layout)
    try session.close(bytes)
  }
}
