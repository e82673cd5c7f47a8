internal import GRDB
internal import RedSailStore
internal import Testing

@testable internal import RedSailStore

/// SQLite's own account of how it would run a query: nothing may read a whole table.
@Suite struct SQLitePlanTests {
  private func plan(
    _ store: SQLiteStore,
    _ make: @escaping @Sendable (SQLiteSnapshot) throws -> (sql: String, arguments: [DatabaseValue])
  ) async throws -> [String] {
    try await store.read(Fixture.read) { snapshot in
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
}
