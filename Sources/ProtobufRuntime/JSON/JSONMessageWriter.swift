/// Writes C structs as JSON, by the messages' layouts.
struct JSONMessageWriter {
  let options: JSONEncodingOptions
  var output: JSONOutput
  var path: [String] = []
  private var depth = 0

  static func text(
    of message: UnsafeRawPointer,
    layout: MessageLayout,
    options: JSONEncodingOptions
  ) throws(JSONEncodingError) -> String {
    var writer = JSONMessageWriter(options: options, output: JSONOutput(isPretty: options.isPretty))
    try writer.message(message, layout)
    return String(decoding: writer.output.bytes, as: UTF8.self)
  }

  private init(options: JSONEncodingOptions, output: JSONOutput) {
    self.options = options
    self.output = output
  }

  func error(_ text: String) -> JSONEncodingError {
    let path = path.reduce(into: "") { $0 += $0.isEmpty || $1.hasPrefix("[") ? $1 : "." + $1 }
    return JSONEncodingError(text: text, path: path)
  }

  /// Writes a message of any kind.
  mutating func message(_ message: UnsafeRawPointer, _ layout: MessageLayout) throws(JSONEncodingError) {
    // A message from a Swift value or from bytes is not deeper than this; an Any in an Any in an Any may be.
    guard depth <= EncodingContext.maximumNesting else {
      throw error("messages nested deeper than \(EncodingContext.maximumNesting)")
    }
    depth += 1
    if let type = layout.wellKnownType {
      try wellKnown(type, message, layout)
    } else {
      output.open("{")
      try fields(message, layout)
      output.close("}")
    }
    depth -= 1
  }

  /// Writes the fields of an ordinary message as members of the object that is open.
  mutating func fields(_ message: UnsafeRawPointer, _ layout: MessageLayout) throws(JSONEncodingError) {
    for field in layout.fields {
      guard field.isSet(in: message) || (options.alwaysPrintsDefaults && !field.hasPresence) else { continue }
      path.append(field.name)
      output.name(options.preservesProtoFieldNames ? field.name : field.jsonName)
      try self.field(field, of: message)
      path.removeLast()
    }
  }

  /// Writes a field's value, whether it is set or not.
  mutating func field(_ field: FieldLayout, of message: UnsafeRawPointer) throws(JSONEncodingError) {
    guard field.isRepeated else { return try value(field.kind, at: message + field.offset) }
    if case .map(let key, let value) = field.kind { return try map(key, value, field.elements(in: message)) }
    output.open("[")
    for (index, slot) in field.elements(in: message).enumerated() {
      path.append("[\(index)]")
      output.separate()
      try value(field.kind, at: slot)
      path.removeLast()
    }
    output.close("]")
  }

  private mutating func map(
    _ key: FieldKind,
    _ value: FieldKind,
    _ entries: StridedSlots
  ) throws(JSONEncodingError) {
    let entries = entries.compactMap(\.slotMessage)
    var names: [String] = []
    for entry in entries { names.append(try keyText(key, at: entry + MapEntry.keyOffset)) }
    // Where a key occurs twice the last entry counts.
    let last = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { _, later in later })
    output.open("{")
    for (index, (name, entry)) in zip(names, entries).enumerated() where last[name] == index {
      path.append("[\"\(name)\"]")
      output.name(name)
      try self.value(value, at: entry + MapEntry.valueOffset)
      path.removeLast()
    }
    output.close("}")
  }

  private func keyText(_ kind: FieldKind, at slot: UnsafeRawPointer) throws(JSONEncodingError) -> String {
    switch kind {
    case .string: try text(at: slot)
    case .bool: slot.load(as: UInt64.self) != 0 ? "true" : "false"
    case .uint32, .fixed32: String(slot.load(as: UInt32.self))
    case .uint64, .fixed64: String(slot.load(as: UInt64.self))
    case .int64, .sint64, .sfixed64: String(slot.load(as: Int64.self))
    default: String(slot.load(as: Int32.self))
    }
  }

  func text(at slot: UnsafeRawPointer) throws(JSONEncodingError) -> String {
    guard let text = slot.slotText else { throw error("expected UTF-8 text, got bytes that are not") }
    return text
  }
}
