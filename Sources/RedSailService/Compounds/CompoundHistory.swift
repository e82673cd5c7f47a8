internal import RedSailAPI
internal import RedSailStore

/// The story of a compound (小区沿革), as the records tell it.
struct CompoundHistory {
  typealias Entry = GetCompoundHistoryResponse.Entry

  /// The most entries of a story.
  static let maximumEntries = 1_000

  /// What happened, oldest first.
  private(set) var entries: [Entry] = []
  /// Whether there is more that is older.
  private(set) var isTruncated = false

  /// Reads what the snapshot shows of a compound.
  init(of compound: Compound, in snapshot: any StoreSnapshot) throws {
    if let built = Entry(builtAs: compound) { entries.append(built) }
    let projects = try owners(Project.self, by: "compound", of: compound, in: snapshot)
    let committees = try owners(Committee.self, by: "subject", of: compound, in: snapshot)
    let renovations = try owners(RenovationProject.self, by: "subject", of: compound, in: snapshot)
    let takeovers = try find(Takeover.self, by: "compound", of: [compound.name], newest: "takeover_date", in: snapshot)
    let firms = try FirmNames(projects.map(\.firm) + takeovers.map(\.firm), in: snapshot)
    entries += projects.map { Entry($0, firm: firms[$0.firm]) }
    entries += takeovers.map { Entry($0, firm: firms[$0.firm]) }
    entries += committees.map { Entry($0) }
    entries += renovations.map { Entry($0) }
    let honoured = [compound.name] + projects.map(\.name) + committees.map(\.name)
    entries += try find(Honour.self, by: "subject", of: honoured, newest: "year", in: snapshot).map { Entry($0) }
    let surveys = try find(
      SatisfactionSurvey.self,
      by: "subject",
      of: [compound.name],
      newest: "survey_date",
      in: snapshot
    )
    entries += surveys.map { Entry($0) }
    for organisation in try owners(PartyOrganisation.self, by: "subject", of: compound, in: snapshot) {
      entries += organisation.links.filter { $0.subject == compound.name }.map { Entry(organisation, $0) }
    }
    sort(builtIn: compound.buildYear)
  }

  /// The resources of which an element names the compound.
  private mutating func owners<Resource: StoredResource>(
    _ type: Resource.Type,
    by column: String,
    of compound: Compound,
    in snapshot: any StoreSnapshot
  ) throws -> [Resource] {
    var owners: [String] = []
    for links in Resource.resourceLinks where links.column == column && links.types.contains(.compound) {
      let rows = try snapshot.list(
        ListQuery(
          links.kind,
          where: RecordFilter(predicate: .compare(column, .equal, .text(compound.name))),
          pageSize: Self.maximumEntries
        )
      )
      if rows.next != nil { isTruncated = true }
      owners += rows.records.map { ResourceLinks<Resource>.owner(ofRow: $0.name, links.kind) }
    }
    var seen: Set<String> = []
    let names = owners.filter { seen.insert($0).inserted }
    return try snapshot.records(Resource.recordKind, named: names).compactMap { record in
      guard let record, record.deleteTime == nil else { return nil }
      return try Resource(serialized: record.bytes)
    }
  }

  /// The newest resources that name one of some records.
  private mutating func find<Resource: StoredResource>(
    _ type: Resource.Type,
    by column: String,
    of names: [String],
    newest date: String,
    in snapshot: any StoreSnapshot
  ) throws -> [Resource] {
    let page = try snapshot.list(
      ListQuery(
        Resource.recordKind,
        where: RecordFilter(predicate: .isIn(column, names.map { .text($0) })),
        order: [Ordering(date, descending: true)],
        pageSize: Self.maximumEntries
      )
    )
    if page.next != nil { isTruncated = true }
    return try page.records.map { try Resource(serialized: $0.bytes) }
  }

  /// Oldest first; what has no date comes right behind the building.
  private mutating func sort(builtIn year: Int32) {
    func key(_ entry: Entry) -> (Int64, Int32, String) {
      let day = entry.date?.civilDate ?? CalendarDate.firstDay(of: year)?.civilDate
      return (day?.daysSinceEpoch ?? .min, entry.kind.rawValue, entry.subject)
    }
    entries.sort { key($0) < key($1) }
    guard entries.count > Self.maximumEntries else { return }
    entries.removeFirst(entries.count - Self.maximumEntries)
    isTruncated = true
  }
}

/// The names of firms for people, by resource name.
private struct FirmNames {
  private var names: [String: String] = [:]

  init(_ firms: [String], in snapshot: any StoreSnapshot) throws {
    for case let record? in try snapshot.records(Firm.recordKind, named: Array(Set(firms))) {
      names[record.name] = try Firm(serialized: record.bytes).displayName
    }
  }

  /// The name; the code where the record lies outside the scope.
  subscript(firm: String) -> String { names[firm] ?? ResourceType.firm.parse(firm)?.id ?? firm }
}
