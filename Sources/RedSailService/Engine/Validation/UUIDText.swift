/// UUIDs in their text form of 36 characters (RFC 9562 §4).
enum UUIDText {
  /// Whether a text is one; either case of the digits will do.
  static func isValid(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count == 36 else { return false }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 8, 13, 18, 23: if byte != 45 { return false }
      default:
        let isDigit = (48...57).contains(byte) || (97...102).contains(byte) || (65...70).contains(byte)
        if !isDigit { return false }
      }
    }
    return true
  }
}
