/// Assembles a JSON text: commas, quotes, line breaks.
struct JSONOutput {
  private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var indentation = 0
  private var isFirst = true

  init(isPretty: Bool) { self.isPretty = isPretty }

  mutating func open(_ bracket: Unicode.Scalar) {
    append(bracket)
    indentation += 1
    isFirst = true
  }

  mutating func close(_ bracket: Unicode.Scalar) {
    indentation -= 1
    if !isFirst { breakLine() }
    append(bracket)
    isFirst = false
  }

  /// Starts the next member or element.
  mutating func separate() {
    if !isFirst { append(",") }
    isFirst = false
    breakLine()
  }

  mutating func name(_ name: String) {
    separate()
    string(name)
    append(":")
    if isPretty { append(" ") }
  }

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func quoted(_ text: String) {
    append("\"")
    raw(text)
    append("\"")
  }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    append("\"")
    var start = 0
    for (index, byte) in text.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    {
      bytes.append(contentsOf: text[start..<index])
      escape(byte)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
    append("\"")
  }

  mutating func base64(_ data: UnsafeBufferPointer<UInt8>) {
    append("\"")
    Base64.append(data, to: &bytes)
    append("\"")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case UInt8(ascii: "\n"): raw("\\n")
    case UInt8(ascii: "\r"): raw("\\r")
    case UInt8(ascii: "\t"): raw("\\t")
    default:
      let digits = String(byte, radix: 16)
      raw(digits.count == 1 ? "\\u000\(digits)" : "\\u00\(digits)")
    }
  }

  private mutating func append(_ character: Unicode.Scalar) { bytes.append(UInt8(ascii: character)) }

  private mutating func breakLine() {
    guard isPretty else { return }
    append("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indentation))
  }
}
