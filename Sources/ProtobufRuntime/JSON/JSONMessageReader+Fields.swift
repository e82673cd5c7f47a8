extension JSONMessageReader {
  /// Reads a field's value into its slot and notes its presence. `null` leaves the field unset.
  mutating func field(
    _ field: FieldLayout,
    into base: UnsafeMutableRawPointer,
    of layout: MessageLayout
  ) throws(JSONProblem) {
    if !field.kind.takesNull || field.isRepeated, cursor.take(literal: "null") { return }
    let slot = base + field.offset
    switch field.cardinality {
    case .repeated, .packed:
      if case .map(let key, let value) = field.kind {
        try map(field, key, value, into: slot)
      } else {
        try list(field, into: slot)
      }
    case .singular:
      _ = try value(field.kind, into: slot)
    case .optional(let word):
      if try value(field.kind, into: slot) { base.storeBytes(of: 1, toByteOffset: word, as: Int32.self) }
    case .oneof(let name, let word):
      let other = base.load(fromByteOffset: word, as: UInt32.self)
      if let other = layout.field(numbered: other) {
        throw JSONProblem(
          .duplicate,
          "expected one member of the oneof \(name), got \(other.name) and \(field.name)",
          at: cursor.offset
        )
      }
      if try value(field.kind, into: slot) {
        base.storeBytes(of: field.number, toByteOffset: word, as: UInt32.self)
      }
    }
  }

  private mutating func list(_ field: FieldLayout, into slot: UnsafeMutableRawPointer) throws(JSONProblem) {
    try cursor.expect("[", "a list of \(field.kind.name)")
    var elements = Elements(slotSize: field.kind.slotSize)
    if !cursor.take("]") {
      var index = 0
      repeat {
        path.append("[\(index)]")
        let element = try elements.next(in: self)
        if !field.kind.takesNull, cursor.peek() == UInt8(ascii: "n") { throw cursor.unexpected(field.kind.name) }
        if try value(field.kind, into: element) { elements.count += 1 }
        path.removeLast()
        index += 1
      } while cursor.take(",")
      try cursor.expect("]", "\",\" or \"]\"")
    }
    elements.store(in: slot)
  }

  private mutating func map(
    _ field: FieldLayout,
    _ key: FieldKind,
    _ valueKind: FieldKind,
    into slot: UnsafeMutableRawPointer
  ) throws(JSONProblem) {
    guard let layout = field.entry else { return }
    try cursor.expect("{", "an object (a map from \(key.name) to \(valueKind.name))")
    try enter()
    var elements = Elements(slotSize: 8)
    var names: Set<String> = []
    if !cursor.take("}") {
      repeat {
        _ = cursor.peek()
        let start = cursor.offset
        let text = try cursor.readText("a key in quotes")
        let name = try cursor.string(text)
        path.append("[\"\(name)\"]")
        let entry = try makeStruct(layout)
        try mapKey(key, text, at: start, into: entry + MapEntry.keyOffset)
        guard names.insert(canonicalKey(key, name)).inserted else {
          throw JSONProblem(.duplicate, "expected the key \"\(name)\" once, got it twice", at: start)
        }
        entry.storeBytes(of: 1, toByteOffset: MapEntry.keyPresenceOffset, as: Int32.self)
        entry.storeBytes(of: 1, toByteOffset: MapEntry.valuePresenceOffset, as: Int32.self)
        try cursor.expect(":", "\":\"")
        if !valueKind.takesNull, cursor.peek() == UInt8(ascii: "n") { throw cursor.unexpected(valueKind.name) }
        if try value(valueKind, into: entry + MapEntry.valueOffset) {
          let element = try elements.next(in: self)
          element.storeBytes(of: UnsafeRawPointer(entry), as: UnsafeRawPointer.self)
          elements.count += 1
        }
        path.removeLast()
      } while cursor.take(",")
      try cursor.expect("}", "\",\" or \"}\"")
    }
    leave()
    elements.store(in: slot)
  }

  /// Numbers can be written in several ways; `1` and `1.0` are one key.
  private func canonicalKey(_ kind: FieldKind, _ name: String) -> String {
    if case .string = kind { return name }
    var copy = name
    return copy.withUTF8 { JSONNumber.integer($0) }.map { "\($0.isNegative && $0.magnitude > 0)\($0.magnitude)" }
      ?? name
  }

  /// A list that grows in the arena.
  private struct Elements {
    let slotSize: Int
    var count = 0
    private var capacity = 0
    private var start: UnsafeMutableRawPointer?

    init(slotSize: Int) { self.slotSize = slotSize }

    /// The zeroed slot after the last element; it counts once `count` is raised.
    mutating func next(in reader: JSONMessageReader) throws(JSONProblem) -> UnsafeMutableRawPointer {
      if let start, count < capacity { return start + count * slotSize }
      let larger = try reader.allocate(max(4, capacity * 2) * slotSize)
      if let start { larger.copyMemory(from: start, byteCount: count * slotSize) }
      capacity = max(4, capacity * 2)
      start = larger
      return larger + count * slotSize
    }

    func store(in slot: UnsafeMutableRawPointer) {
      guard count > 0 else { return }
      slot.storeBytes(of: count, as: Int.self)
      slot.storeBytes(of: start.map { UnsafeRawPointer($0) }, toByteOffset: 8, as: UnsafeRawPointer?.self)
    }
  }
}

extension FieldKind {
  /// Whether `null` is a value of this type: of `google.protobuf.Value` and `google.protobuf.NullValue`.
  var takesNull: Bool {
    switch self {
    case .message(let layout): layout().wellKnownType == .value
    case .enumeration(let layout): layout().isNullValue
    default: false
    }
  }
}
