/// One header or trailer to send.
public struct HeaderField: Sendable, Hashable {
  /// The name in lower case.
  public let name: String
  /// The value.
  public let value: String

  /// A field.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
