/// Header fields as RFC 7541 §6 represents them.
enum HPACK {
  /// The forms of a literal.
  enum Form {
    /// §6.2.1: enters the dynamic table.
    case indexed
    /// §6.2.2.
    case plain
    /// §6.2.3.
    case neverIndexed

    var prefix: (bits: Int, pattern: UInt8) {
      switch self {
      case .indexed: (6, 0x40)
      case .plain: (4, 0x00)
      case .neverIndexed: (4, 0x10)
      }
    }
  }

  /// An index into the tables, §6.1.
  static func index(_ index: Int) -> [UInt8] { integer(index, bits: 7, pattern: 0x80) }

  /// A literal with a new name.
  static func literal(_ name: String, _ value: String, _ form: Form = .plain) -> [UInt8] {
    [form.prefix.pattern] + string(name) + string(value)
  }

  /// A literal whose name is that of an index.
  static func literal(nameAt index: Int, _ value: [UInt8], _ form: Form = .plain) -> [UInt8] {
    integer(index, bits: form.prefix.bits, pattern: form.prefix.pattern) + value
  }

  /// A new size of the dynamic table, §6.3.
  static func tableSize(_ size: Int) -> [UInt8] { integer(size, bits: 5, pattern: 0x20) }

  /// A string of octets, §5.2.
  static func string(_ text: String) -> [UInt8] { integer(text.utf8.count, bits: 7, pattern: 0x00) + Array(text.utf8) }

  /// A string in Huffman's code, already encoded, §5.2.
  static func huffman(_ code: [UInt8]) -> [UInt8] { integer(code.count, bits: 7, pattern: 0x80) + code }

  /// An integer behind a pattern, §5.1.
  static func integer(_ value: Int, bits: Int, pattern: UInt8) -> [UInt8] {
    let limit = 1 << bits - 1
    guard value >= limit else { return [pattern | UInt8(value)] }
    var bytes = [pattern | UInt8(limit)]
    var rest = value - limit
    while rest >= 128 {
      bytes.append(UInt8(rest % 128) | 0x80)
      rest /= 128
    }
    return bytes + [UInt8(rest)]
  }
}
