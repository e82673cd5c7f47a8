/// The C struct of a map's entry. Key and value have explicit presence, so that entries are written whole, as other
/// implementations do, and read with defaults where a part is missing.
@usableFromInline
enum MapEntry {
  @usableFromInline static let keyOffset = 24
  @usableFromInline static let valueOffset = 40
  @usableFromInline static let keyPresenceOffset = 56
  @usableFromInline static let valuePresenceOffset = 60
  static let size = 64

  static func layout(key: FieldKind, value: FieldKind) -> MessageLayout {
    var valueCardinality = Cardinality.optional(has: valuePresenceOffset)
    if case .message = value { valueCardinality = .singular }
    return MessageLayout(
      "map entry",
      size: size,
      fields: [
        FieldLayout("key", 1, key, .optional(has: keyPresenceOffset), at: keyOffset),
        FieldLayout("value", 2, value, valueCardinality, at: valueOffset),
      ]
    )
  }
}
