/// What happened to a record.
public enum ChangeType: Int, Sendable, Hashable, CaseIterable {
  /// It was created.
  case created = 1
  /// It was changed.
  case updated = 2
  /// It was soft-deleted (AIP-164).
  case deleted = 3
  /// Its soft deletion was undone.
  case undeleted = 4
  /// It was purged, or has left the consumer's scope or filter of divisions.
  case removed = 5
}
