internal import RedSailStore

extension StoreSnapshot {
  /// The resource of this name, deleted or not; NOT_FOUND if there is none in scope.
  func stored<Resource: StoredResource>(_ type: Resource.Type, named name: String) throws -> StoredRecord<Resource> {
    guard let record = try record(Resource.recordKind, named: name) else { throw Failure.notFound(name) }
    return try StoredRecord(record)
  }

  /// The live resource of this name; NOT_FOUND, or FAILED_PRECONDITION if it is deleted.
  func live<Resource: StoredResource>(_ type: Resource.Type, named name: String) throws -> StoredRecord<Resource> {
    let stored = try stored(type, named: name)
    guard stored.record.deleteTime == nil else { throw Failure.deleted(name) }
    return stored
  }

  /// The live resource that a field refers to; FAILED_PRECONDITION if there is none.
  func referred<Resource: StoredResource>(_ type: Resource.Type, named name: String, field: String) throws
    -> StoredRecord<Resource>
  {
    guard let record = try record(Resource.recordKind, named: name), record.deleteTime == nil else {
      throw Failure.referenceNotFound(field: field, name: name)
    }
    return try StoredRecord(record)
  }
}
