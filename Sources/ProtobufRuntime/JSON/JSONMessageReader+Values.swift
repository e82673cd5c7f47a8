extension JSONMessageReader {
  /// Reads one value into a zeroed slot. False where it is the name of an unknown enum value that is to be ignored.
  mutating func value(_ kind: FieldKind, into slot: UnsafeMutableRawPointer) throws(JSONProblem) -> Bool {
    switch kind {
    case .int32, .sint32, .sfixed32, .uint32, .fixed32, .int64, .sint64, .sfixed64, .uint64, .fixed64:
      _ = cursor.peek()
      let start = cursor.offset
      try store(integer: integerText(kind), kind, at: start, into: slot)
    case .float, .double:
      try floatingPoint(kind, into: slot)
    case .bool:
      if cursor.take(literal: "true") {
        slot.storeBytes(of: 1, as: UInt64.self)
      } else if !cursor.take(literal: "false") {
        throw cursor.unexpected("true or false")
      }
    case .string:
      try store(text: cursor.readText("a string"), into: slot)
    case .bytes:
      _ = cursor.peek()
      let start = cursor.offset
      let text = try cursor.string(cursor.readText("a string of Base64"))
      guard let bytes = Array(text.utf8).withUnsafeBufferPointer(Base64.decode) else {
        throw JSONProblem(.unexpectedValue, "expected Base64, got \"\(text.prefix(40))\"", at: start)
      }
      try store(bytes: bytes, into: slot)
    case .enumeration(let layout):
      return try enumeration(layout(), into: slot)
    case .message(let layout):
      let message = try message(layout())
      slot.storeBytes(of: UnsafeRawPointer(message), as: UnsafeRawPointer.self)
    case .map:
      break
    }
    return true
  }

  /// A number's text: a JSON number, or a string that holds one.
  private mutating func numberText(_ expected: String) throws(JSONProblem) -> Range<Int> {
    guard cursor.peek() == UInt8(ascii: "\"") else { return try cursor.readNumber(expected) }
    var copy = cursor
    let text = try copy.readText()
    guard !text.hasEscapes, JSONNumber.end(of: cursor.bytes, from: text.range.lowerBound) == text.range.upperBound
    else { throw cursor.unexpected(expected) }
    cursor = copy
    return text.range
  }

  private mutating func integerText(_ kind: FieldKind) throws(JSONProblem) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: cursor.bytes[try numberText(kind.name)])
  }

  private func store(
    integer text: UnsafeBufferPointer<UInt8>,
    _ kind: FieldKind,
    at start: Int,
    into slot: UnsafeMutableRawPointer
  ) throws(JSONProblem) {
    func store<I: FixedWidthInteger>(_ type: I.Type) throws(JSONProblem) {
      guard let value = JSONNumber.integer(text).flatMap({ I(isNegative: $0.isNegative, magnitude: $0.magnitude) })
      else {
        let got = String(decoding: text.prefix(40), as: UTF8.self)
        throw JSONProblem(
          .unexpectedValue,
          "expected \(kind.name), a whole number from \(I.min) to \(I.max), got \(got)",
          at: start
        )
      }
      slot.storeBytes(of: value, as: type)
    }
    switch kind {
    case .uint32, .fixed32: try store(UInt32.self)
    case .uint64, .fixed64: try store(UInt64.self)
    case .int64, .sint64, .sfixed64: try store(Int64.self)
    default: try store(Int32.self)
    }
  }

  private mutating func floatingPoint(_ kind: FieldKind, into slot: UnsafeMutableRawPointer) throws(JSONProblem) {
    for (literal, value) in [("\"NaN\"", Double.nan), ("\"Infinity\"", .infinity), ("\"-Infinity\"", -.infinity)]
      as [(StaticString, Double)]
    where cursor.peek() == UInt8(ascii: "\"") && cursor.take(literal: literal) {
      if case .float = kind {
        slot.storeBytes(of: Float(value), as: Float.self)
      } else {
        slot.storeBytes(of: value, as: Double.self)
      }
      return
    }
    _ = cursor.peek()
    let start = cursor.offset
    let text = String(decoding: cursor.bytes[try numberText(kind.name)], as: UTF8.self)
    let isFinite: Bool
    if case .float = kind {
      let value = Float(text) ?? .infinity
      isFinite = value.isFinite
      slot.storeBytes(of: value, as: Float.self)
    } else {
      let value = Double(text) ?? .infinity
      isFinite = value.isFinite
      slot.storeBytes(of: value, as: Double.self)
    }
    guard isFinite else {
      throw JSONProblem(.unexpectedValue, "expected a number that fits \(kind.name), got \(text.prefix(40))", at: start)
    }
  }

  private mutating func enumeration(
    _ layout: EnumLayout,
    into slot: UnsafeMutableRawPointer
  ) throws(JSONProblem) -> Bool {
    if layout.isNullValue, cursor.take(literal: "null") { return true }
    guard cursor.peek() == UInt8(ascii: "\"") else {
      let start = cursor.offset
      let text = try cursor.readNumber("a name or number of \(layout.fullName)")
      try store(integer: UnsafeBufferPointer(rebasing: cursor.bytes[text]), .int32, at: start, into: slot)
      return true
    }
    let start = cursor.offset
    let name = try cursor.string(cursor.readText())
    if let number = layout.number(named: name) {
      slot.storeBytes(of: number, as: Int32.self)
      return true
    }
    if options.ignoresUnknownFields { return false }
    throw JSONProblem(.unknownName, "\(layout.fullName) has no value \"\(name)\"", at: start)
  }

  mutating func mapKey(
    _ kind: FieldKind,
    _ text: JSONCursor.Text,
    at start: Int,
    into slot: UnsafeMutableRawPointer
  ) throws(JSONProblem) {
    switch kind {
    case .string:
      try store(text: text, into: slot)
    case .bool:
      switch try cursor.string(text) {
      case "true": slot.storeBytes(of: 1, as: UInt64.self)
      case "false": break
      case let other: throw JSONProblem(.unexpectedValue, "expected true or false, got \(other)", at: start)
      }
    default:
      let digits = UnsafeBufferPointer(rebasing: cursor.bytes[text.range])
      guard JSONNumber.end(of: digits, from: 0) == digits.count else {
        throw JSONProblem(
          .unexpectedValue,
          "expected \(kind.name), got \"\(try cursor.string(text).prefix(40))\"",
          at: start
        )
      }
      try store(integer: digits, kind, at: start, into: slot)
    }
  }

  /// Decodes a string into the arena, and its length and address into the slot.
  func store(text: JSONCursor.Text, into slot: UnsafeMutableRawPointer) throws(JSONProblem) {
    guard !text.range.isEmpty else { return }
    let memory = try allocate(text.range.count).bindMemory(to: UInt8.self, capacity: text.range.count)
    let count = try cursor.decode(text, into: UnsafeMutableBufferPointer(start: memory, count: text.range.count))
    store(count, memory, into: slot)
  }

  func store(bytes: [UInt8], into slot: UnsafeMutableRawPointer) throws(JSONProblem) {
    guard !bytes.isEmpty else { return }
    let memory = try allocate(bytes.count)
    bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyMemory(from: $0) }
    store(bytes.count, memory, into: slot)
  }

  private func store(_ count: Int, _ memory: UnsafeRawPointer, into slot: UnsafeMutableRawPointer) {
    slot.storeBytes(of: count, as: Int.self)
    slot.storeBytes(of: memory, toByteOffset: 8, as: UnsafeRawPointer.self)
  }
}

extension FixedWidthInteger {
  init?(isNegative: Bool, magnitude: UInt64) {
    if isNegative {
      guard magnitude <= UInt64(1) << 63 else { return nil }
      self.init(exactly: Int64(truncatingIfNeeded: 0 &- magnitude))
    } else {
      self.init(exactly: magnitude)
    }
  }
}
