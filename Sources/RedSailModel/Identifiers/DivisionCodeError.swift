/// Why a text is not a division code.
public enum DivisionCodeError: Error, Hashable {
  /// The code has neither 6, 9 nor 12 digits; carries the number that came.
  case length(Int)
  /// A character is no digit. `position` counts from 1.
  case character(Character, position: Int)
  /// The code names a province, which is above the levels kept here.
  case province(String)
  /// The code of a higher level was filled up with zeros.
  case padded(String)
}

extension DivisionCodeError: CustomStringConvertible {
  /// What was expected and what came.
  public var description: String {
    switch self {
    case .length(let came):
      "division code: expected 6, 9 or 12 digits, came \(came) characters"
    case .character(let character, let position):
      "division code: \"\(character)\" at position \(position) is no digit"
    case .province(let code):
      "division code: \(code) is a province; expected a city (such as 370800) or a level below it"
    case .padded(let code):
      "division code: \(code) ends in 000; give the code of its level without the zeros that fill it up"
    }
  }
}
