/// A text is not a scale.
public struct DemonstrationScaleError: Error, Hashable {
  /// What came.
  public let text: String

  /// Makes the error.
  public init(text: String) {
    self.text = text
  }
}

extension DemonstrationScaleError: CustomStringConvertible {
  /// What was expected and what came.
  public var description: String {
    "scale: expected a decimal fraction from 0.005 to 1 with up to six decimals, came \"\(text)\""
  }
}
