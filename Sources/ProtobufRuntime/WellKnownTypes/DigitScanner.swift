/// Reads texts of fixed form, such as dates, from the front.
struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Exactly that many digits.
  mutating func digits(_ count: Int) -> Int? {
    guard let text = run(), text.count == count else { return nil }
    return Int(String(text))
  }

  /// All digits that come next, at least one.
  mutating func run() -> Substring? {
    let end = rest.firstIndex { $0 &- 0x30 >= 10 } ?? rest.endIndex
    guard end > rest.startIndex else { return nil }
    defer { rest = rest[end...] }
    return Substring(rest[..<end])
  }

  /// Nanoseconds from a point and one to nine decimals, 0 where no point comes; nil where the decimals are wrong.
  mutating func fraction() -> Int32? {
    guard take(".") else { return 0 }
    guard let digits = run(), digits.count <= 9 else { return nil }
    return Int32(String(digits) + String(repeating: "0", count: 9 - digits.count))
  }
}
