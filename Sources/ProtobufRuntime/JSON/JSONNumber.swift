/// Numbers of JSON's grammar, read exactly.
enum JSONNumber {
  /// Where the number that starts at `start` ends, nil where none does.
  static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    func isDigit() -> Bool { index < bytes.count && bytes[index] &- 0x30 < 10 }
    func skipDigits() -> Bool {
      let first = index
      while isDigit() { index += 1 }
      return index > first
    }
    func take(_ byte: Unicode.Scalar) -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: byte) else { return false }
      index += 1
      return true
    }
    _ = take("-")
    // No digit may follow a leading zero.
    if take("0") { if isDigit() { return nil } } else if !skipDigits() { return nil }
    if take("."), !skipDigits() { return nil }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if !skipDigits() { return nil }
    }
    return index
  }

  /// The number's sign and magnitude where it is a whole number of at most 64 bits, however it is written: `1e3`,
  /// `10.0` and `100e-1` are whole. The bytes have been checked against the grammar.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> (isNegative: Bool, magnitude: UInt64)? {
    var magnitude: UInt64 = 0
    // Zeros are held back until another digit follows, so that 1.000 and 1000e-3 lose them.
    var pendingZeros = 0
    var scale = 0
    var isFraction = false
    var index = bytes.first == UInt8(ascii: "-") ? 1 : 0
    func append(_ digit: UInt64) -> Bool {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(digit)
      magnitude = sum
      return !overflow && !carry
    }
    scan: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): break scan
      case let byte:
        if isFraction { scale -= 1 }
        if byte == UInt8(ascii: "0") {
          pendingZeros += 1
        } else {
          if magnitude > 0 { for _ in 0..<min(pendingZeros, 21) where !append(0) { return nil } }
          pendingZeros = 0
          guard append(UInt64(byte - 0x30)) else { return nil }
        }
      }
      index += 1
    }
    let isNegative = bytes.first == UInt8(ascii: "-")
    guard magnitude > 0 else { return (isNegative, 0) }
    var exponent = pendingZeros + scale
    if index < bytes.count {
      let text = String(decoding: bytes[(index + 1)...], as: UTF8.self)
      guard let value = Int(text), value.magnitude < 1 << 32 else { return nil }
      exponent += value
    }
    guard (0...20).contains(exponent) else { return nil }
    for _ in 0..<exponent where !append(0) { return nil }
    return (isNegative, magnitude)
  }
}
