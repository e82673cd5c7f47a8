internal import RedSailStore
internal import Testing

/// What a store says of a moment, beside an oracle that keeps every version.
@Suite struct AsOfTests {
  private static let seeds: [UInt64] = [1, 2]

  /// Moments of all sorts, also in between while the history goes on.
  private static func moments(_ oracle: PastOracle, _ clock: TestClock, _ random: inout SeededGenerator) -> [AsOf] {
    let days = Int64.random(in: 0...200, using: &random)
    let time = clock.now.adding(days: -days)
    let revision = Revision.random(in: 0...oracle.latest, using: &random)
    return [
      AsOf(), AsOf(revision: oracle.latest), AsOf(revision: revision), AsOf(eventTime: time),
      AsOf(revision: revision, eventTime: time, eventKinds: ["demand"]),
      AsOf(revision: revision, eventTime: time), AsOf(revision: oracle.latest, eventTime: clock.now),
    ]
  }

  private func withHistories(
    _ backend: Backend,
    _ seed: UInt64,
    _ check: (any Store, PastOracle, AsOf, inout SeededGenerator) async throws -> Void
  ) async throws {
    let clock = TestClock()
    try await backend.withStore(schema: Histories.schema, clock: { clock.now }) { store in
      var history = try await RandomHistory(store, clock: clock, seed: seed)
      var random = SeededGenerator(seed: seed &+ 100)
      // Asked again as the history goes on: the answers must stay.
      var asked: [AsOf] = []
      for _ in 0..<6 {
        try await history.run(steps: 60)
        let moments = Self.moments(history.oracle, clock, &random)
        for moment in moments + asked { try await check(store, history.oracle, moment, &random) }
        asked += [moments[2], moments[3], moments[4]]
      }
    }
  }

  @Test(arguments: Backend.all, seeds)
  func recordsAndListsAreThoseOfTheMoment(_ backend: Backend, _ seed: UInt64) async throws {
    try await withHistories(backend, seed) { store, oracle, moment, random in
      var context = ReadContext(city: Fixture.city, scope: .all, asOf: moment)
      let parents = oracle.parents(at: moment.revision ?? oracle.latest + 1)
      for kind in Histories.kinds {
        let expected = oracle.versions(kind, moment)
        let names = Set((0..<40).map { "\(kind.name)\($0)" }).sorted()
        let records = try await store.records(kind, named: names, context)
        #expect(
          records == names.map { name in expected.first { $0.record.name == name }?.record },
          "\(kind.name) \(moment)"
        )
        for order in Self.orders(kind) {
          let pages = try await pages(store, kind, order, context)
          #expect(pages == Self.sorted(expected, order), "\(kind.name) \(moment) \(order)")
        }
        let division = ["A", "B", "A1", "B2", "A1x"].randomElement(using: &random) ?? "A"
        if parents[division] != nil {
          context.scope = Scope(divisions: [Fixture.city: [division]])
          let seen = try await pages(store, kind, [], context)
          #expect(seen == expected.map(\.record).filter { Self.lies($0, in: division, parents) }, "\(division)")
          context.scope = .all
        }
      }
      let revision = try await store.read(context) { try $0.revision() }
      #expect(revision == moment.revision ?? oracle.latest)
      let divisions = try await store.read(context) { try $0.divisions() }
      #expect(Dictionary(uniqueKeysWithValues: divisions.map { ($0.code, $0.parent ?? "") }) == parents)
    }
  }

  static func orders(_ kind: RecordKind) -> [[Ordering]] {
    var orders: [[Ordering]] = [[], [Ordering("name", descending: true)], [Ordering("state")]]
    if kind == Histories.demand {
      orders += [
        [Ordering("due", descending: true)], [Ordering("state"), Ordering("due")], [Ordering("event_time")],
        [Ordering("update_time", descending: true)],
      ]
    }
    return orders
  }

  /// All records in pages of seven, deleted ones too.
  private func pages(
    _ store: any Store,
    _ kind: RecordKind,
    _ order: [Ordering],
    _ context: ReadContext
  ) async throws -> [Record] {
    var query = ListQuery(kind, where: RecordFilter(includesDeleted: true), order: order, pageSize: 7)
    var records: [Record] = []
    repeat {
      let page = try await store.list(query, context)
      records += page.records
      query.cursor = page.next
    } while query.cursor != nil
    return records
  }

  private static func sorted(_ versions: [PastOracle.Version], _ order: [Ordering]) -> [Record] {
    func value(_ version: PastOracle.Version, _ column: String) -> ColumnValue? {
      switch column {
      case "name": .text(version.record.name)
      case "update_time": .integer(version.record.updateTime.microseconds)
      default: version.columns[column]
      }
    }
    let descending = order.last?.isDescending == true
    return versions.sorted { left, right in
      for term in order {
        let result = Oracle.compare(value(left, term.column), value(right, term.column))
        if result != 0 { return (result < 0) != term.isDescending }
      }
      return (left.record.id < right.record.id) != descending
    }.map(\.record)
  }

  static func lies(_ record: Record, in division: String, _ parents: [String: String]) -> Bool {
    !record.division.isEmpty && PastOracle.path(record.division, parents).contains(division)
  }

  @Test(arguments: Backend.all, seeds)
  func reportsCountTheMoment(_ backend: Backend, _ seed: UInt64) async throws {
    try await withHistories(backend, seed) { store, oracle, moment, random in
      let context = ReadContext(city: Fixture.city, scope: .all, asOf: moment, lane: .report)
      let parents = oracle.parents(at: moment.revision ?? oracle.latest + 1)
      let demands = oracle.versions(Histories.demand, moment).filter { $0.record.deleteTime == nil }
      let firms = oracle.versions(Histories.firm, moment).filter { $0.record.deleteTime == nil }
      let links = oracle.versions(Histories.link, moment).filter { $0.record.deleteTime == nil }
      let state = Int64.random(in: 1...3, using: &random)

      // Joins and anti-joins over two kinds, nested.
      let linked = Predicate.exists(RelatedRecords(Histories.link, column: "firm", equals: "name"))
      let hasFirm = Predicate.exists(
        RelatedRecords(
          Histories.firm,
          column: "name",
          equals: "firm",
          where: .and([.compare("state", .equal, .integer(state)), .not(linked)])
        )
      )
      func holds(_ demand: PastOracle.Version) -> Bool {
        firms.contains { firm in
          demand.columns["firm"] == .text(firm.record.name) && firm.columns["state"] == .integer(state)
            && !links.contains { $0.columns["firm"] == .text(firm.record.name) }
        }
      }
      for predicate in [hasFirm, .not(hasFirm)] {
        let count = try await store.read(context) {
          try $0.count(Histories.demand, where: RecordFilter(predicate: predicate))
        }
        #expect(count == demands.count { holds($0) == (predicate == hasFirm) }, "\(moment)")
      }

      let roots = Set(["A", "B1", "B", "A2x"].filter { parents[$0] != nil })
      let query = AggregateQuery(
        Histories.demand,
        by: [.subtree(of: roots), .column("state")],
        measures: [
          .count, .count(where: hasFirm), .sum("area"), .distinct("firm"),
          .matching(.not(.isUnset("due")), .maximum("area")),
        ]
      )
      let rows = try await store.read(context) { try $0.aggregate(query) }
      var groups: [[ColumnValue]: [PastOracle.Version]] = [:]
      for demand in demands {
        let path = demand.record.division.isEmpty ? [] : PastOracle.path(demand.record.division, parents)
        let root = path.first { roots.contains($0) }.map(ColumnValue.text) ?? .null
        groups[[root, demand.columns["state"] ?? .null], default: []].append(demand)
      }
      let expected = groups.mapValues { group -> [ColumnValue] in
        let areas = group.filter { $0.columns["due"] != nil }.compactMap { $0.columns["area"]?.integer }
        return [
          .integer(Int64(group.count)), .integer(Int64(group.count(where: holds))),
          .integer(group.reduce(0) { $0 + ($1.columns["area"]?.integer ?? 0) }),
          .integer(Int64(Set(group.compactMap { $0.columns["firm"] }).count)),
          areas.max().map(ColumnValue.integer) ?? .null,
        ]
      }
      #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0.group, $0.measures) }) == expected, "\(moment)")
    }
  }
}
