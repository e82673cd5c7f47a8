/// What is wrong with a filter or an order, and where.
public struct FilterError: Error, Sendable, Hashable, CustomStringConvertible {
  /// How many characters of the text precede the fault.
  public let position: Int

  /// What was expected and what came, in English.
  public let message: String

  /// The message with its position.
  public var description: String {
    "at character \(position + 1): \(message)"
  }
}
