extension JSONMessageWriter {
  /// Writes one value from its slot.
  mutating func value(_ kind: FieldKind, at slot: UnsafeRawPointer) throws(JSONEncodingError) {
    switch kind {
    case .int32, .sint32, .sfixed32: output.raw(String(slot.load(as: Int32.self)))
    case .uint32, .fixed32: output.raw(String(slot.load(as: UInt32.self)))
    case .int64, .sint64, .sfixed64: output.quoted(String(slot.load(as: Int64.self)))
    case .uint64, .fixed64: output.quoted(String(slot.load(as: UInt64.self)))
    case .float: number(slot.load(as: Float.self))
    case .double: number(slot.load(as: Double.self))
    case .bool: output.raw(slot.load(as: UInt64.self) != 0 ? "true" : "false")
    case .string: output.string(try text(at: slot))
    case .bytes: output.base64(slot.slotBytes)
    case .enumeration(let layout): enumeration(layout(), slot.load(as: Int32.self))
    case .message(let layout): try nested(slot.slotMessage, layout())
    case .map: break
    }
  }

  private mutating func nested(_ message: UnsafeRawPointer?, _ layout: MessageLayout) throws(JSONEncodingError) {
    if let message { return try self.message(message, layout) }
    // A map entry without its value: an empty message.
    let empty = UnsafeMutableRawPointer.allocate(byteCount: layout.size, alignment: 8)
    defer { empty.deallocate() }
    empty.initializeMemory(as: UInt8.self, repeating: 0, count: layout.size)
    try self.message(empty, layout)
  }

  private mutating func enumeration(_ layout: EnumLayout, _ number: Int32) {
    if layout.isNullValue {
      output.raw("null")
    } else if !options.printsEnumsAsNumbers, let name = layout.name(of: number) {
      output.quoted(name)
    } else {
      output.raw(String(number))
    }
  }

  /// The shortest text that reads back as the same number.
  private mutating func number(_ value: Double) {
    guard value.isFinite else {
      return output.quoted(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
    }
    let text = value.description
    // Negative zero keeps its point: some readers take -0 for a whole number and lose the sign.
    output.raw(text.hasSuffix(".0") && text != "-0.0" ? String(text.dropLast(2)) : text)
  }

  private mutating func number(_ value: Float) {
    // The largest float's shortest text is larger than it for readers that go through double.
    if !value.isFinite || value == 0 || value.magnitude == .greatestFiniteMagnitude { return number(Double(value)) }
    let text = value.description
    output.raw(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}
