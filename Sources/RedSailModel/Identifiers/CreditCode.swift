/// A unified social credit code (统一社会信用代码) of a firm or organisation, GB 32100-2015.
///
/// Eighteen characters of ``alphabet``; the last one is a check character over the first seventeen. A value of this
/// type has passed that check.
public struct CreditCode: Sendable, Hashable {
  /// The number of characters of a code, check character included.
  public static let length = 18

  /// The 31 characters of the standard in the order of their values 0...30. I, O, S, V and Z are left out.
  public static let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

  /// The code as it was given: 18 characters, upper case.
  public let text: String

  /// Reads a code and checks its length, its characters and its check character, in that order.
  ///
  /// - Parameter text: The code; no spaces, upper case.
  /// - Throws: ``CreditCodeError``.
  public init(_ text: String) throws(CreditCodeError) {
    let characters = Array(text)
    guard characters.count == Self.length else {
      throw .length(expected: Self.length, came: characters.count)
    }
    let expected = try Self.checkCharacter(of: characters[..<(Self.length - 1)])
    let came = characters[Self.length - 1]
    _ = try Self.value(of: came, at: Self.length)
    guard came == expected else { throw .check(expected: expected, came: came) }
    self.text = text
  }

  private init(checked text: String) {
    self.text = text
  }

  /// Completes the first 17 characters of a code with the check character.
  ///
  /// - Parameter prefix: Registration authority and kind (2), division (6) and organisation code (9).
  /// - Throws: ``CreditCodeError/length(expected:came:)`` or ``CreditCodeError/character(_:position:)``.
  public static func completing(_ prefix: String) throws(CreditCodeError) -> CreditCode {
    let characters = Array(prefix)
    guard characters.count == length - 1 else {
      throw .length(expected: length - 1, came: characters.count)
    }
    return CreditCode(checked: prefix + String(try checkCharacter(of: characters[...])))
  }

  /// The check character of GB 32100: `alphabet[(31 − Σ value × weight mod 31) mod 31]`, where the weight of the
  /// character at index i is 3^i mod 31.
  private static func checkCharacter(of characters: ArraySlice<Character>) throws(CreditCodeError) -> Character {
    var sum = 0
    var weight = 1
    for (index, character) in characters.enumerated() {
      sum += try value(of: character, at: index + 1) * weight
      weight = weight * 3 % 31
    }
    return symbols[(31 - sum % 31) % 31]
  }

  private static func value(of character: Character, at position: Int) throws(CreditCodeError) -> Int {
    // Characters are equal when they are canonically so: the Kelvin sign would pass for a K.
    guard character.isASCII, let value = symbols.firstIndex(of: character) else {
      throw .character(character, position: position)
    }
    return value
  }

  private static let symbols = Array(alphabet)
}

extension CreditCode: CustomStringConvertible {
  /// The code itself.
  public var description: String { text }
}
