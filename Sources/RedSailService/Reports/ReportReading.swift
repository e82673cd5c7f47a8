internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// What a report's sources read from.
struct ReportReading {
  let snapshot: any StoreSnapshot
  let question: ReportQuestion
  /// The codes of the parts, in order.
  let parts: [String]
  let rules: ReportRules
  /// The part that each division lies in, made when a source first asks.
  private let partOf: [String: String]

  init(_ snapshot: any StoreSnapshot, _ question: ReportQuestion) throws {
    self.snapshot = snapshot
    self.question = question
    rules = try ReportRules(snapshot, division: question.division)
    parts = try Self.parts(snapshot, question)
    partOf = try Self.partOf(snapshot, parts)
  }

  /// What the conditions of a period are made from.
  func moment(_ period: ReportPeriod) -> ReportMoment {
    ReportMoment(city: question.city, period: period, daysAhead: question.daysAhead, rules: rules)
  }

  /// The division that the queries are narrowed to; nil where that is the whole city.
  var division: String? { question.division == question.city ? nil : question.division }

  /// The part that a division lies in; nil if it lies in none.
  func part(of division: String) -> String? { partOf[division] }

  /// The divisions of the level that were valid on some day of the span.
  private static func parts(_ snapshot: any StoreSnapshot, _ question: ReportQuestion) throws -> [String] {
    guard let level = question.level else { return [] }
    let moment = Period(CalendarDate(question.span.from), CalendarDate(question.span.to.advanced(byDays: 1)))
    let query = ListQuery(
      Division.recordKind,
      where: RecordFilter(
        division: question.division == question.city ? nil : question.division,
        predicate: .and([.is("level", level), moment.overlapPredicate])
      )
    )
    var codes: [String] = []
    try snapshot.forEach(query) { record in
      if let code = ResourceType.division.parse(record.name)?.id, code != question.division { codes.append(code) }
    }
    return codes.sorted()
  }

  private static func partOf(_ snapshot: any StoreSnapshot, _ parts: [String]) throws -> [String: String] {
    guard !parts.isEmpty else { return [:] }
    let nodes = try snapshot.divisions()
    let parents = Dictionary(nodes.map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
    let roots = Set(parts)
    var found: [String: String] = [:]
    for node in nodes {
      var code: String? = node.code
      // Parents strictly rise: there are no more steps than divisions.
      while let current = code, !roots.contains(current) { code = parents[current].flatMap(\.self) }
      if let code { found[node.code] = code }
    }
    return found
  }
}

extension StoreSnapshot {
  /// Visits all records of a query, page by page.
  func forEach(_ query: ListQuery, _ visit: (Record) throws -> Void) throws {
    var query = query
    query.pageSize = ListQuery.maximumPageSize
    repeat {
      let page = try list(query)
      for record in page.records { try visit(record) }
      query.cursor = page.next
    } while query.cursor != nil
  }
}
