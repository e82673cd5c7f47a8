/// The key of a record in the system it came from; taken once, it stays taken for ever, even after a purge.
public struct ExternalKey: Sendable, Hashable {
  /// The kind of the record.
  public let kind: RecordKind

  /// The source system, for instance `12345`.
  public let sourceSystem: String

  /// The number of the record there.
  public let recordNumber: String

  /// Makes a key.
  public init(kind: RecordKind, sourceSystem: String, recordNumber: String) {
    self.kind = kind
    self.sourceSystem = sourceSystem
    self.recordNumber = recordNumber
  }
}
