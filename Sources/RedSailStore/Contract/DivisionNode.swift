/// A division (区划) as the store needs it: its code and its explicit parent. Codes say nothing about parents: statistical
/// zones do not follow the prefix rule.
public struct DivisionNode: Sendable, Hashable {
  /// The division's code: letters, digits, `-`, `_` and `.`; unique within the city.
  public let code: String

  /// The parent's code; nil for a root, usually the city itself.
  public let parent: String?

  /// Makes a node.
  public init(code: String, parent: String?) {
    self.code = code
    self.parent = parent
  }
}
