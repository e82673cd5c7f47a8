internal import RedSailStore

/// A resource with the record that holds it.
struct StoredRecord<Resource: StoredResource>: Sendable {
  let record: Record
  let resource: Resource

  init(_ record: Record) throws {
    self.record = record
    resource = try Resource(serialized: record.bytes)
  }

  init(_ record: Record, _ resource: Resource) {
    self.record = record
    self.resource = resource
  }

  /// When the last change happened in the world.
  var lastEvent: Instant? { resource.eventTime.map { Instant($0) } }

  /// Throws ABORTED if the caller decided on another version; an empty etag is not compared (AIP-154).
  func check(etag: String) throws {
    guard etag.isEmpty || etag == record.etag else {
      throw Failure.etagMismatch(record.name, current: record.etag, came: etag)
    }
  }
}
