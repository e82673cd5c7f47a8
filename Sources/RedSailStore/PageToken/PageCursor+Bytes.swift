extension PageCursor {
  private enum Tag: UInt8 {
    case null = 0
    case integer = 1
    case text = 2
    case real = 3
  }

  /// Appends the cursor: id, then each value behind a tag; numbers in little-endian.
  func append(to bytes: inout [UInt8]) {
    Self.append(UInt64(bitPattern: id), to: &bytes)
    for value in values {
      switch value {
      case .null:
        bytes.append(Tag.null.rawValue)
      case .integer(let number):
        bytes.append(Tag.integer.rawValue)
        Self.append(UInt64(bitPattern: number), to: &bytes)
      case .text(let text):
        bytes.append(Tag.text.rawValue)
        Self.append(UInt64(text.utf8.count), to: &bytes)
        bytes += Array(text.utf8)
      case .real(let number):
        bytes.append(Tag.real.rawValue)
        Self.append(number.bitPattern, to: &bytes)
      }
    }
  }

  /// Reads what `append(to:)` wrote; nil if anything is wrong or left over.
  init?(reading bytes: ArraySlice<UInt8>) {
    var rest = bytes
    guard let id = Self.number(&rest) else { return nil }
    var values: [ColumnValue] = []
    while let first = rest.popFirst() {
      guard let tag = Tag(rawValue: first) else { return nil }
      switch tag {
      case .null:
        values.append(.null)
      case .integer:
        guard let number = Self.number(&rest) else { return nil }
        values.append(.integer(Int64(bitPattern: number)))
      case .text:
        guard let count = Self.number(&rest), count <= UInt64(rest.count),
          let text = String(validating: rest.prefix(Int(count)), as: UTF8.self)
        else { return nil }
        rest = rest.dropFirst(Int(count))
        values.append(.text(text))
      case .real:
        guard let number = Self.number(&rest) else { return nil }
        values.append(.real(Double(bitPattern: number)))
      }
    }
    self.init(values: values, id: Int64(bitPattern: id))
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
    guard bytes.count >= 8 else { return nil }
    defer { bytes = bytes.dropFirst(8) }
    return bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
