extension FieldLayout {
  /// Whether the field is set in the C struct: for implicit presence, whether it is not its default.
  func isSet(in message: UnsafeRawPointer) -> Bool {
    switch cardinality {
    case .repeated, .packed: message.load(fromByteOffset: offset, as: Int.self) > 0
    case .optional(let word): message.load(fromByteOffset: word, as: Int32.self) != 0
    case .oneof(_, let word): message.load(fromByteOffset: word, as: UInt32.self) == number
    case .singular:
      // A string's first word is its length, a message's its address; numbers count by their bits.
      kind.slotSize == 4
        ? message.load(fromByteOffset: offset, as: UInt32.self) != 0
        : message.load(fromByteOffset: offset, as: UInt64.self) != 0
    }
  }

  /// Whether the schema gives the field presence: such fields are not written where they are unset.
  var hasPresence: Bool {
    switch cardinality {
    case .optional, .oneof: return true
    case .repeated, .packed: return false
    case .singular:
      if case .message = kind { return true }
      return false
    }
  }

  /// A repeated field's slots; empty for a field that has none.
  func elements(in message: UnsafeRawPointer) -> StridedSlots {
    StridedSlots(
      start: message.load(fromByteOffset: offset + 8, as: UnsafeRawPointer?.self),
      count: message.load(fromByteOffset: offset, as: Int.self),
      size: kind.slotSize
    )
  }
}

/// The addresses of a repeated field's elements.
struct StridedSlots: Sequence, IteratorProtocol {
  private var slot: UnsafeRawPointer?
  private var remaining: Int
  private let size: Int

  init(start: UnsafeRawPointer?, count: Int, size: Int) {
    slot = start
    remaining = count
    self.size = size
  }

  mutating func next() -> UnsafeRawPointer? {
    guard remaining > 0, let current = slot else { return nil }
    remaining -= 1
    slot = current + size
    return current
  }
}

extension UnsafeRawPointer {
  /// The bytes of a `string` or `bytes` slot.
  var slotBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: load(fromByteOffset: 8, as: UnsafePointer<UInt8>?.self),
      count: load(as: Int.self)
    )
  }

  /// The text of a `string` slot, nil where it is not UTF-8.
  var slotText: String? { String(validating: slotBytes, as: UTF8.self) }

  /// The address in a message's slot.
  var slotMessage: UnsafeRawPointer? { load(as: UnsafeRawPointer?.self) }
}
