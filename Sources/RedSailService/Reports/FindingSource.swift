internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The single records that a report points at.
struct FindingSource: Sendable {
  /// Why a record is named, a stable name.
  let reason: String
  let text: LocalizedText
  let kind: RecordKind
  let condition: CountSource.Condition
  /// What a record is called, and the day that matters.
  private let describe: @Sendable (Record) throws -> (name: String, date: CalendarDate?)

  init<Resource: StoredResource>(
    _: Resource.Type,
    _ reason: String,
    _ text: LocalizedText,
    where condition: @escaping CountSource.Condition,
    called name: @escaping @Sendable (Resource) -> String,
    date: @escaping @Sendable (Resource) -> CalendarDate? = { _ in nil }
  ) {
    self.reason = reason
    self.text = text
    self.condition = condition
    kind = Resource.recordKind
    describe = { record in
      let resource = try StoredRecord<Resource>(record).resource
      return (name(resource), date(resource))
    }
  }

  /// The finding that a record is.
  func finding(_ record: Record) throws -> Finding {
    let (name, date) = try describe(record)
    return .with {
      $0.subject = record.name
      $0.division = record.division.isEmpty ? "" : ResourceType.division.name(city: record.city, id: record.division)
      $0.displayName = name
      $0.reason = reason
      $0.message = text.english
      $0.localizedMessage = text.chinese
      $0.date = date
    }
  }
}
