/// A statistical division code (统计用区划代码) of 6, 9 or 12 digits, as the National Bureau of Statistics writes them
/// without trailing zeros below the county.
///
/// The code says the level, never the parent: zones such as 高新区 (370871) hold streets whose codes belong to another
/// county, so a division's parent is a field of its own. Zones without such a code are kept under a scheme of their own
/// and are not values of this type.
public struct DivisionCode: Sendable, Hashable {
  /// The digits.
  public let text: String

  /// The level that the code's shape says.
  public let level: DivisionLevel

  /// Reads a code.
  ///
  /// - Parameter text: 6 digits (city if they end in 00, else county), 9 (street) or 12 (community).
  /// - Throws: ``DivisionCodeError``.
  public init(_ text: String) throws(DivisionCodeError) {
    for (index, character) in text.enumerated() where !character.isASCIIDigit {
      throw .character(character, position: index + 1)
    }
    switch text.count {
    case 6:
      guard !text.hasSuffix("0000") else { throw .province(text) }
      level = text.hasSuffix("00") ? .city : .county
    case 9, 12:
      guard !text.hasSuffix("000") else { throw .padded(text) }
      level = text.count == 9 ? .street : .community
    default:
      throw .length(text.count)
    }
    self.text = text
  }
}

extension DivisionCode: CustomStringConvertible {
  /// The digits.
  public var description: String { text }
}
