extension JSONMessageReader {
  /// Reads a message of `google.protobuf` that has a JSON form of its own.
  mutating func wellKnown(
    _ type: WellKnownType,
    _ layout: MessageLayout,
    into base: UnsafeMutableRawPointer
  ) throws(JSONProblem) {
    switch type {
    case .any:
      try any(layout, into: base)
    case .timestamp:
      try secondsAndNanos(
        layout,
        into: base,
        "an RFC 3339 time from year 1 to 9999, such as \"2025-01-31T08:00:00Z\"",
        TimestampText.parse
      )
    case .duration:
      try secondsAndNanos(
        layout,
        into: base,
        "a duration of at most 315576000000 seconds, such as \"1.5s\"",
        DurationText.parse
      )
    case .fieldMask:
      try fieldMask(layout, into: base)
    case .wrapper, .structure, .listValue:
      // Their one field's JSON form.
      guard let field = layout.fields.first else { return }
      if cursor.peek() == UInt8(ascii: "n") { throw cursor.unexpected(field.kind.name) }
      try self.field(field, into: base, of: layout)
    case .value:
      try value(layout, into: base)
    }
  }

  private mutating func text(_ expected: String) throws(JSONProblem) -> (text: String, offset: Int) {
    _ = cursor.peek()
    let start = cursor.offset
    return (try cursor.string(cursor.readText(expected)), start)
  }

  private mutating func secondsAndNanos(
    _ layout: MessageLayout,
    into base: UnsafeMutableRawPointer,
    _ expected: String,
    _ parse: (String) -> (seconds: Int64, nanos: Int32)?
  ) throws(JSONProblem) {
    let (text, start) = try text(expected)
    guard let value = parse(text), let seconds = layout.field(numbered: 1), let nanos = layout.field(numbered: 2) else {
      throw JSONProblem(.unexpectedValue, "expected \(expected), got \"\(text.prefix(60))\"", at: start)
    }
    base.storeBytes(of: value.seconds, toByteOffset: seconds.offset, as: Int64.self)
    base.storeBytes(of: value.nanos, toByteOffset: nanos.offset, as: Int32.self)
  }

  private mutating func fieldMask(
    _ layout: MessageLayout,
    into base: UnsafeMutableRawPointer
  ) throws(JSONProblem) {
    let (text, start) = try text("field paths with commas between them, such as \"title,createTime\"")
    guard let paths = layout.field(numbered: 1), !text.isEmpty else { return }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let slots = try allocate(parts.count * 16)
    for (index, part) in parts.enumerated() {
      guard let path = FieldPathText.proto(String(part)) else {
        throw JSONProblem(.unexpectedValue, "expected a field path in lowerCamelCase, got \"\(part)\"", at: start)
      }
      try store(bytes: Array(path.utf8), into: slots + index * 16)
    }
    base.storeBytes(of: parts.count, toByteOffset: paths.offset, as: Int.self)
    base.storeBytes(of: UnsafeRawPointer(slots), toByteOffset: paths.offset + 8, as: UnsafeRawPointer.self)
  }

  /// `google.protobuf.Value`: the member of its oneof that fits the JSON value.
  private mutating func value(_ layout: MessageLayout, into base: UnsafeMutableRawPointer) throws(JSONProblem) {
    let number: UInt32
    switch cursor.peek() {
    case UInt8(ascii: "n"): number = 1
    case UInt8(ascii: "\""): number = 3
    case UInt8(ascii: "t"), UInt8(ascii: "f"): number = 4
    case UInt8(ascii: "{"): number = 5
    case UInt8(ascii: "["): number = 6
    default: number = 2
    }
    guard let field = layout.field(numbered: number) else { return }
    // Lists and objects are counted where their field is read.
    try self.field(field, into: base, of: layout)
  }
}
