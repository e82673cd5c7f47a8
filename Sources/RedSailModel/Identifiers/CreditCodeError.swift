/// Why a text is not a unified social credit code (GB 32100-2015).
public enum CreditCodeError: Error, Hashable {
  /// The text has the wrong number of characters.
  case length(expected: Int, came: Int)
  /// A character is outside the standard's alphabet. `position` counts from 1.
  case character(Character, position: Int)
  /// The check character does not fit the first 17 characters: a typing error, most often.
  case check(expected: Character, came: Character)
}

extension CreditCodeError: CustomStringConvertible {
  /// What was expected and what came.
  public var description: String {
    switch self {
    case .length(let expected, let came):
      "credit code: expected \(expected) characters, came \(came)"
    case .character(let character, let position):
      "credit code: \"\(character)\" at position \(position) is none of \(CreditCode.alphabet)"
    case .check(let expected, let came):
      "credit code: the check character at position \(CreditCode.length) should be \"\(expected)\", came \"\(came)\""
    }
  }
}
