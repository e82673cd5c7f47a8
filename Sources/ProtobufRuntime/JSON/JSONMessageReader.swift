/// Reads JSON into C structs in the thread's arena, by the messages' layouts.
struct JSONMessageReader {
  let options: JSONDecodingOptions
  let arena: UnsafeMutablePointer<Arena>
  var cursor: JSONCursor
  var path: [String] = []
  /// The outermost message is at depth 0.
  private var depth = -1

  /// Reads `bytes` and runs `body` with the C struct, which is valid during the call.
  static func withStruct<R>(
    _ bytes: UnsafeBufferPointer<UInt8>,
    layout: MessageLayout,
    options: JSONDecodingOptions,
    _ body: (FieldReader) -> R
  ) throws(JSONDecodingError) -> R {
    layout.link()
    return try Arena.scope(limit: options.maximumMemory, stack: 0) { arena throws(JSONDecodingError) in
      var reader = JSONMessageReader(options: options, arena: arena, cursor: JSONCursor(bytes))
      do throws(JSONProblem) {
        let message = try reader.message(layout)
        try reader.cursor.expectEnd()
        var context = DecodingContext(maximumNesting: .max, isRepaired: false)
        return withUnsafeMutablePointer(to: &context) { body(FieldReader(base: message, context: $0)) }
      } catch {
        throw JSONDecodingError(error, path: reader.path, in: bytes)
      }
    }
  }

  static func withStruct<R>(
    _ json: String,
    layout: MessageLayout,
    options: JSONDecodingOptions,
    _ body: (FieldReader) -> R
  ) throws(JSONDecodingError) -> R {
    var json = json
    let result: Result<R, JSONDecodingError> = json.withUTF8 { bytes in
      do throws(JSONDecodingError) {
        return .success(try withStruct(bytes, layout: layout, options: options, body))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(options: JSONDecodingOptions, arena: UnsafeMutablePointer<Arena>, cursor: JSONCursor) {
    self.options = options
    self.arena = arena
    self.cursor = cursor
  }

  /// Zeroed memory in the arena.
  func allocate(_ size: Int) throws(JSONProblem) -> UnsafeMutableRawPointer {
    guard let memory = arena.pointee.allocate(size) else {
      throw JSONProblem(
        .memoryLimitExceeded,
        "reading needs more than \(options.maximumMemory) bytes of memory",
        at: cursor.offset
      )
    }
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    return memory
  }

  func makeStruct(_ layout: MessageLayout) throws(JSONProblem) -> UnsafeMutableRawPointer {
    let memory = try allocate(layout.size)
    memory.storeBytes(of: layout.descriptor, as: UnsafeRawPointer.self)
    return memory
  }

  mutating func enter() throws(JSONProblem) {
    guard depth < options.maximumNesting else {
      throw JSONProblem(
        .nestingTooDeep,
        "values nested deeper than \(options.maximumNesting)",
        at: cursor.offset
      )
    }
    depth += 1
  }

  mutating func leave() { depth -= 1 }

  var remainingNesting: Int { options.maximumNesting - depth }

  /// Reads a message of any kind and returns its C struct.
  mutating func message(_ layout: MessageLayout) throws(JSONProblem) -> UnsafeMutableRawPointer {
    try enter()
    let base = try makeStruct(layout)
    if let type = layout.wellKnownType {
      try wellKnown(type, layout, into: base)
    } else {
      try object(layout, into: base)
    }
    leave()
    return base
  }

  /// Reads an object whose members are the message's fields. `ignoring` names a member that is not a field.
  mutating func object(
    _ layout: MessageLayout,
    into base: UnsafeMutableRawPointer,
    ignoring: String? = nil
  ) throws(JSONProblem) {
    try cursor.expect("{", "an object (\(layout.fullName))")
    var seen = [Bool](repeating: false, count: layout.fields.count)
    if !cursor.take("}") {
      repeat {
        let start = cursor.offset
        let name = try cursor.readName()
        if name == ignoring {
          try cursor.skipValue(maximumNesting: remainingNesting)
          continue
        }
        guard let index = layout.indexByName[name] else {
          try skipUnknown(name, of: layout, at: start)
          continue
        }
        path.append(name)
        if seen[index] {
          throw JSONProblem(.duplicate, "expected the field \(name) once, got it twice", at: start)
        }
        seen[index] = true
        try field(layout.fields[index], into: base, of: layout)
        path.removeLast()
      } while cursor.take(",")
      try cursor.expect("}", "\",\" or \"}\"")
    }
  }

  private mutating func skipUnknown(_ name: String, of layout: MessageLayout, at start: Int) throws(JSONProblem) {
    guard options.ignoresUnknownFields else {
      throw JSONProblem(.unknownName, "\(layout.fullName) has no field \"\(name)\"", at: start)
    }
    try cursor.skipValue(maximumNesting: remainingNesting)
  }
}
