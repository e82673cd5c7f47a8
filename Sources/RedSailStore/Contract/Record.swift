/// A stored resource: its protobuf bytes, opaque to the store, and what the store itself knows of it.
///
/// Index columns are not read back: the bytes hold the same values.
public struct Record: Sendable, Hashable {
  /// The record's kind.
  public let kind: RecordKind

  /// The store's own number of the record: unique, in order of creation, never used again. Breaks ties in orders.
  public let id: Int64

  /// The full resource name, unique within the kind.
  public let name: String

  /// The city whose revisions and change feed the record belongs to.
  public let city: String

  /// The code of the division that the record lies in; empty if in none.
  public let division: String

  /// The revision of the last change.
  public let revision: Revision

  /// When the record was created (record time).
  public let createTime: Instant

  /// When the record was last changed (record time).
  public let updateTime: Instant

  /// When the record was soft-deleted (AIP-164), if it is.
  public let deleteTime: Instant?

  /// When a soft-deleted record may be purged.
  public let purgeTime: Instant?

  /// The resource's protobuf bytes as they were put.
  public let bytes: [UInt8]

  /// The strong validator of AIP-154, changed by every write.
  public var etag: String {
    RecordStamp.etag(of: revision)
  }
}
