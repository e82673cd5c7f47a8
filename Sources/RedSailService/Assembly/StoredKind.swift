internal import RedSailAPI
internal import RedSailStore

/// A kind of the store, and how its bytes are read again.
struct StoredKind: Sendable {
  let kind: RecordKind
  /// The values of the index columns.
  let indexValues: @Sendable ([UInt8]) throws -> [String: ColumnValue]
  /// The type that the change feed shows; nil for rows that no caller sees.
  let type: ResourceType?
  /// Fills in what the change feed says of the record.
  let describe: @Sendable ([UInt8], inout RedSailAPI.Change) throws -> Void

  /// Rows that no caller sees in the change feed.
  init(_ kind: RecordKind, indexValues: @escaping @Sendable ([UInt8]) throws -> [String: ColumnValue]) {
    self.kind = kind
    self.indexValues = indexValues
    type = nil
    describe = { _, _ in }
  }

  private init<Resource: StoredResource>(_: Resource.Type) {
    kind = Resource.recordKind
    type = Resource.resourceType
    indexValues = { try Resource(serialized: $0).indexValues }
    describe = { bytes, change in
      let resource = try Resource(serialized: bytes)
      change.eventTime = resource.eventTime
      change.backfilled = resource.backfilled
      change.resource = resource.changeResource
    }
  }

  /// The kinds of a resource: its own, and those of its links.
  static func all<Resource: StoredResource>(of resource: Resource.Type) -> [StoredKind] {
    [StoredKind(resource)]
      + Resource.resourceLinks.map { links in
        StoredKind(links.kind) { links.columns(try Resource(serialized: $0)) }
      }
  }
}
