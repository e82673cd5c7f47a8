internal import RedSailStore

extension StoreSnapshot {
  /// The live records of a kind besides one, as far as they meet a condition; at most 1,000.
  ///
  /// The condition should compare one column that narrows well for equality, and nothing else: the rest is best looked at
  /// in what comes back, for a backend without statistics may take any equality to be the narrow one.
  func others<Resource: StoredResource>(
    _ type: Resource.Type,
    besides name: ResourceName,
    where predicate: Predicate
  ) throws -> [StoredRecord<Resource>] {
    let query = ListQuery(
      Resource.recordKind,
      where: RecordFilter(predicate: .and([predicate, .compare("name", .notEqual, .text(name.text))])),
      pageSize: ListQuery.maximumPageSize
    )
    return try list(query).records.map { try StoredRecord($0) }
  }

  /// Checks that a record lies in a division, or in one below it.
  func checkPlace(of name: String, within division: String, field: String) throws {
    guard let type = ServiceSchema.resources.first(where: { $0.resourceType.matches(name) }) else { return }
    guard let record = try record(type.recordKind, named: name) else { return }
    let place = ResourceType.division.name(city: record.city, id: record.division)
    guard try !isDivision(place, within: division) else { return }
    throw Failure.field(
      field,
      .invalidField,
      LocalizedText(
        "'\(name)' lies in '\(place)', which is not within '\(division)'",
        "“\(name)”不在所属区划“\(division)”内"
      )
    )
  }
}
