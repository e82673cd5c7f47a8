/// Why schema files do not make a pool, or a pool has no such type.
public struct SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was expected and what came.
  public let description: String

  init(_ description: String) { self.description = description }
}
