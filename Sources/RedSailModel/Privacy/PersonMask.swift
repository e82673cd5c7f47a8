/// How personal data look to a reader without the right to see them (PIPL §6, least scope; §51, de-identification).
///
/// Text of another shape than expected is hidden whole: a mask never shows more because its input was odd.
public enum PersonMask {
  /// A name (姓名) as `张*`: the first character and one star, so that the name's length stays hidden.
  public static func name(_ name: String) -> String {
    guard let first = name.first else { return "" }
    return "\(first)*"
  }

  /// A phone number (电话) as `138****1234`: first 3 and last 4 of the 11 digits of a mobile number.
  public static func phone(_ phone: String) -> String {
    guard phone.count == 11, phone.allSatisfy(\.isASCIIDigit) else { return hidden(phone) }
    return "\(phone.prefix(3))****\(phone.suffix(4))"
  }

  /// An identity number (身份证号): first 6 and last 4 of its 18 characters.
  public static func identityNumber(_ number: String) -> String {
    guard number.count == 18, number.dropLast().allSatisfy(\.isASCIIDigit) else { return hidden(number) }
    return "\(number.prefix(6))********\(number.suffix(4))"
  }

  private static func hidden(_ text: String) -> String {
    text.isEmpty ? "" : "****"
  }
}
