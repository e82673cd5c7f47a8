/// What the store has decided about a write before the record's bytes are made, so that the bytes can hold it.
public struct RecordStamp: Sendable, Hashable {
  /// The revision that this write gets.
  public let revision: Revision

  /// When the record was created (record time).
  public let createTime: Instant

  /// The record time of this write.
  public let updateTime: Instant

  /// When the record was soft-deleted, if this write leaves it so.
  public let deleteTime: Instant?

  /// When the soft-deleted record may be purged.
  public let purgeTime: Instant?

  /// The etag that the record has after this write (AIP-154; a quoted string as RFC 9110 §8.8.3 has it).
  public var etag: String {
    Self.etag(of: revision)
  }

  static func etag(of revision: Revision) -> String {
    "\"\(String(revision, radix: 36))\""
  }
}
