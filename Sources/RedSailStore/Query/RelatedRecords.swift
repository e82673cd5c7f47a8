/// Records of another kind, tied to the record under test by a shared value.
public struct RelatedRecords: Sendable, Hashable {
  /// The other kind.
  public let kind: RecordKind

  /// The other kind's column that must equal `key`; it has to be indexed, or be `name`.
  public let column: String

  /// The tested record's column, or `name`.
  public let key: String

  /// A further condition on the other kind.
  public let predicate: Predicate

  /// Whether soft-deleted records count.
  public let includesDeleted: Bool

  /// How many there must be.
  public let atLeast: Int

  /// Ties records of `kind` whose `column` equals the tested record's `key`; there must be `atLeast` of them, 1 or more.
  public init(
    _ kind: RecordKind,
    column: String,
    equals key: String,
    where predicate: Predicate = .all,
    includesDeleted: Bool = false,
    atLeast: Int = 1
  ) {
    self.kind = kind
    self.column = column
    self.key = key
    self.predicate = predicate
    self.includesDeleted = includesDeleted
    self.atLeast = max(atLeast, 1)
  }
}
