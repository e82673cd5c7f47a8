internal import RedSailStore

extension StoreSnapshot {
  /// A live record of a kind with a period of its own that meets a condition and has a day in common with a period; the
  /// record that is being written is not looked at.
  func overlapping<Resource: StoredResource>(
    _ type: Resource.Type,
    _ condition: Predicate,
    _ period: Period,
    besides name: ResourceName
  ) throws -> Resource? {
    let query = ListQuery(
      Resource.recordKind,
      where: RecordFilter(predicate: .and([condition, period.overlapPredicate])),
      pageSize: 2
    )
    return try list(query).records.first { $0.name != name.text }.map { try StoredRecord($0).resource }
  }
}
