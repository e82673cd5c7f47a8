/// The attribute for what the schema deprecates.
enum Deprecation {
  static let attribute = "@available(*, deprecated)"

  /// For members that only the runtime calls, and that mention something deprecated: Swift does not warn about the
  /// use inside a declaration that is deprecated itself, nor about a call through the protocol.
  static let silencing = "@available(*, deprecated, message: \"for the runtime\")"
}
