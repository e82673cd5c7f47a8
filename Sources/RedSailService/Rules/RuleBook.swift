internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The rules of a city as they are loaded, decoded.
final class RuleBook: Sendable {
  /// The name of the stamp that every write of a rule renews.
  static let stamp = "rules"

  /// What a city goes by that has loaded nothing.
  static let shipped = RuleBook(parameters: [], serviceLevels: [], notices: [])

  /// The parameters.
  let table: RuleTable
  /// How long handling may take, by category and division (办理时限).
  let serviceLevels: ServiceLevelTable
  /// Which days are worked (工作日).
  let calendar: WorkingCalendar
  /// The records that loaded the parameters' values.
  private let names: [RuleValue: String]

  private init(
    parameters: [(value: RuleValue, name: String)],
    serviceLevels: [ServiceLevelTable.Entry],
    notices: [HolidayNotice]
  ) {
    table = RuleTable(unchecked: parameters.map(\.value))
    self.serviceLevels = ServiceLevelTable(ServiceLevelTable.initialEntries + serviceLevels)
    calendar = WorkingCalendar(loaded: notices)
    names = Dictionary(parameters.map { ($0.value, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads what a city has loaded. All of it was checked when it was loaded.
  convenience init(_ snapshot: any StoreSnapshot) throws {
    self.init(
      parameters: try snapshot.everyLive(Parameter.self).compactMap { parameter in
        (try? RuleValue(parameter)).map { ($0, parameter.name) }
      },
      serviceLevels: try snapshot.everyLive(ServiceLevelRule.self).compactMap(\.entry),
      notices: try snapshot.everyLive(HolidayCalendar.self).compactMap { try? $0.notice }
    )
  }

  /// The record that loaded a value; empty for one that ships.
  func name(of value: RuleValue) -> String { names[value] ?? "" }
}

extension StoreSnapshot {
  /// The rules of the city.
  func ruleBook() throws -> RuleBook {
    let stamp = try stamp(RuleBook.stamp)
    if stamp.isEmpty { return .shipped }
    if let book = RuleBooks[stamp] { return book }
    let book = try RuleBook(unnarrowed())
    RuleBooks[stamp] = book
    return book
  }

  /// All live records of a kind.
  func everyLive<Resource: StoredResource>(_ type: Resource.Type) throws -> [Resource] {
    var query = ListQuery(Resource.recordKind, pageSize: ListQuery.maximumPageSize)
    var resources: [Resource] = []
    repeat {
      let page = try list(query)
      resources += try page.records.map { try Resource(serialized: $0.bytes) }
      query.cursor = page.next
    } while query.cursor != nil
    return resources
  }
}
