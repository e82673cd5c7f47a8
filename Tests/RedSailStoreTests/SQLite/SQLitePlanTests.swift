internal import GRDB
internal import RedSailStore
internal import Testing

@testable internal import RedSailStore

/// SQLite's own account of how it would run a query: nothing may read a whole table.
@Suite struct SQLitePlanTests {
  private func plan(
    _ store: SQLiteStore,
    _ context: ReadContext = Fixture.read,
    _ make: @escaping @Sendable (SQLiteSnapshot) throws -> (sql: String, arguments: [DatabaseValue])
  ) async throws -> [String] {
    try await store.read(context) { snapshot in
      let snapshot = try #require(snapshot as? SQLiteSnapshot)
      let (sql, arguments) = try make(snapshot)
      return try Row.fetchAll(
        snapshot.database,
        sql: "EXPLAIN QUERY PLAN " + sql,
        arguments: StatementArguments(arguments)
      ).map { $0["detail"] }
    }
  }

  private func withStore(_ body: (SQLiteStore) async throws -> Void) async throws {
    try await withDirectory { directory in
      let store = try SQLiteStore(directory: directory, schema: Fixture.schema)
      try await store.defineDivisions()
      try await body(store)
      try await store.close()
    }
  }

  @Test func everyDeclaredColumnIsFoundByItsIndex() async throws {
    try await withStore { store in
      let values: [String: ColumnValue] = ["title": "x", "score": 1.0]
      for column in Fixture.ticket.columns where column.use != .measure {
        let filter = RecordFilter(predicate: .compare(column.name, .equal, values[column.name] ?? 1))
        let plan = try await plan(store) { try $0.listStatement(ListQuery(Fixture.ticket, where: filter)) }
        #expect(
          plan.contains { $0.contains("SEARCH r USING INDEX record_ticket_") && $0.contains("=? AND ") },
          "\(plan)"
        )
        #expect(!plan.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
      }
    }
  }

  @Test func everyOfferedOrderComesFromAnIndex() async throws {
    try await withStore { store in
      for columns in Fixture.ticket.orders {
        for descending in [false, true] {
          let order = columns.map { Ordering($0, descending: descending) }
          let values = columns.map { name -> ColumnValue in
            name == "title" || name == "name" ? "x" : name == "score" ? 1.0 : 1
          }
          for cursor in [nil, PageCursor(values: values, id: 1)] {
            let query = ListQuery(Fixture.ticket, order: order, cursor: cursor)
            let plan = try await plan(store) { try $0.listStatement(query) }
            #expect(!plan.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
          }
        }
      }
    }
  }

  @Test func smallSubtreesAreFoundByDivision() async throws {
    try await withStore { store in
      let filter = RecordFilter(division: "A1")
      let page = try await plan(store) { try $0.listStatement(ListQuery(Fixture.ticket, where: filter)) }
      #expect(page.contains { $0.contains("INDEX record_ticket_division (city=? AND division=?") }, "\(page)")
      let report = try await plan(store) {
        try $0.aggregateStatement(
          AggregateQuery(Fixture.ticket, where: RecordFilter(division: "A"), by: [.column("state")])
        )
      }
      #expect(
        report.contains { $0.contains("INDEX record_ticket_division (city=? AND division=?") },
        "\(report)"
      )
      #expect(!(page + report).contains { $0.contains("SCAN r") }, "\(page + report)")
    }
  }

  @Test func aReportOnReportColumnsReadsTheIndexOnDivisionsAlone() async throws {
    try await withStore { store in
      let urgent = Predicate.compare("urgent", .equal, .boolean(true))
      let covered = [
        AggregateQuery(Fixture.ticket, measures: [.count, .matching(urgent, .sum("area"))]),
        AggregateQuery(Fixture.ticket, where: RecordFilter(predicate: urgent), by: [.subtree(of: ["A", "B"])]),
        AggregateQuery(Fixture.ticket, where: RecordFilter(division: "A"), measures: [.sum("area")]),
      ]
      for query in covered {
        let plan = try await plan(store) { try $0.aggregateStatement(query) }
        #expect(plan.contains { $0.contains("r USING COVERING INDEX record_ticket_division (city=?") }, "\(plan)")
      }
      let others = [
        AggregateQuery(Fixture.ticket, where: RecordFilter(predicate: .and([urgent, .isUnset("title")]))),
        AggregateQuery(Fixture.ticket, by: [.month("due_time")], measures: [.sum("area")]),
        AggregateQuery(Fixture.ticket, where: RecordFilter(predicate: urgent), measures: [.distinct("priority")]),
        AggregateQuery(Fixture.ticket, measures: [.count(where: .matching(["score": 1.0]))]),
        AggregateQuery(
          Fixture.ticket,
          where: RecordFilter(predicate: .exists(RelatedRecords(Fixture.organisation, column: "firm", equals: "name")))
        ),
      ]
      for query in others {
        let plan = try await plan(store) { try $0.aggregateStatement(query) }
        #expect(!plan.contains { $0.contains("COVERING INDEX record_ticket_division") }, "\(plan)")
      }
    }
  }

  @Test func relatedKindsAreFoundByTheirKey() async throws {
    try await withStore { store in
      let related = Predicate.exists(
        RelatedRecords(
          Fixture.organisation,
          column: "firm",
          equals: "name",
          where: .interval(from: "valid_from", through: "valid_through", includes: 20_250_101)
        )
      )
      for predicate in [related, .not(related)] {
        let plan = try await plan(store) {
          try $0.aggregateStatement(AggregateQuery(Fixture.firm, where: RecordFilter(predicate: predicate)))
        }
        #expect(plan.contains { $0.contains("record_organisation_on_firm (city=? AND c_firm=?)") }, "\(plan)")
        #expect(!plan.contains { $0.contains("SCAN r") }, "\(plan)")
      }
    }
  }

  @Test func aPageIsFoundByTheConditionThatLeavesFewRecords() async throws {
    try await withStore { store in
      try await store.write(Fixture.write) { transaction in
        for id in 0..<8_010 {
          let columns: [String: ColumnValue] = [
            "priority": 1, "state": 1, "urgent": .boolean(id < 8_001), "title": id < 20 ? "x" : "y",
            "due_time": .integer(Int64(id)),
          ]
          _ = try transaction.create(
            Fixture.ticket,
            name: Fixture.name(id),
            division: id < 2_001 ? "A1x" : "B1x",
            columns: columns
          ) { _ in [] }
        }
      }
      let rare = Predicate.compare("urgent", .equal, .boolean(false))
      let common = Predicate.compare("urgent", .equal, .boolean(true))
      let cases: [(RecordFilter, String)] = [
        (RecordFilter(predicate: common), "on_due_time"),
        (RecordFilter(predicate: rare), "on_urgent"),
        (RecordFilter(predicate: .and([.compare("priority", .equal, 1), rare])), "on_urgent"),
        (RecordFilter(predicate: .and([.hasPrefix("title", "x"), common])), "on_title"),
        (RecordFilter(predicate: .or([rare, .isUnset("title")])), "on_due_time"),
        (RecordFilter(predicate: .not(common)), "on_due_time"),
        // The compound index finds them in this order.
        (RecordFilter(predicate: .compare("state", .equal, 2)), "by_state__due_time"),
        (RecordFilter(division: "A"), "on_due_time"),
        (RecordFilter(division: "A", predicate: rare), "on_urgent"),
        (RecordFilter(division: "A1"), "division"),
      ]
      for (filter, index) in cases {
        let query = ListQuery(Fixture.ticket, where: filter, order: [Ordering("due_time")])
        let plan = try await plan(store) { try $0.listStatement(query) }
        #expect(plan.contains { $0.contains("INDEX record_ticket_\(index) (") }, "\(filter) \(plan)")
        #expect(!plan.contains { $0.contains("SCAN r") }, "\(plan)")
      }
      try await store.write(Fixture.write) { try $0.purge($0.existing(Fixture.ticket, Fixture.name(0))) }
      let county = try await plan(store) {
        try $0.listStatement(
          ListQuery(Fixture.ticket, where: RecordFilter(division: "A"), order: [Ordering("due_time")])
        )
      }
      #expect(county.contains { $0.contains("INDEX record_ticket_division (") }, "\(county)")
    }
  }

  @Test func thePastIsReadByTheIndexesOfBothArms() async throws {
    try await withStore { store in
      for id in 0..<20 { try await store.createTicket(id, division: "A1x", ["state": 1, "priority": 2]) }
      let moment = ReadContext(city: Fixture.city, scope: .all, asOf: AsOf(revision: 20))
      let queries = [
        [], [Ordering("due_time")], [Ordering("state", descending: true), Ordering("due_time", descending: true)],
      ]
      .map { ListQuery(Fixture.ticket, order: $0) }
      // As long as nothing differs, the past is read as the present is.
      for query in queries {
        let present = try await store.read(Fixture.read) {
          try #require($0 as? SQLiteSnapshot).listStatement(query).sql
        }
        let past = try await store.read(moment) { try #require($0 as? SQLiteSnapshot).listStatement(query).sql }
        #expect(past == present)
      }
      try await store.updateTicket(3, division: "A1x", ["state": 2])
      for query in queries {
        let plan = try await plan(store, moment) { try $0.listStatement(query) }
        #expect(plan.contains { $0.hasPrefix("SEARCH r USING INDEX record_ticket_") }, "\(plan)")
        #expect(plan.contains { $0.contains("past_0_ticket") || $0 == "SCAN r" }, "\(plan)")
        #expect(plan.contains { $0.contains("USING ROWID SEARCH ON TABLE hidden_0_ticket FOR IN-OPERATOR") }, "\(plan)")
      }
    }
  }
}
