/// All kinds of a program, with the number that tells an older program from a newer database.
public struct StoreSchema: Sendable {
  /// Raised by one whenever a kind, a column or an index is added; a database with a higher one is refused.
  public let version: Int

  /// The kinds, each name once.
  public let kinds: [RecordKind]

  /// Computes a record's columns from its bytes: used when a declaration gained a column and old rows need its values.
  public let reindex: @Sendable (_ kind: RecordKind, _ bytes: [UInt8]) throws -> [String: ColumnValue]

  /// Declares a schema.
  public init(
    version: Int,
    kinds: [RecordKind],
    reindex: @escaping @Sendable (_ kind: RecordKind, _ bytes: [UInt8]) throws -> [String: ColumnValue]
  ) {
    self.version = version
    self.kinds = kinds
    self.reindex = reindex
  }
}
