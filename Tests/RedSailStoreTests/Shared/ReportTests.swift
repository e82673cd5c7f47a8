internal import RedSailStore
internal import Testing

@Suite struct ReportTests {
  @Test(arguments: Backend.all)
  func groupsAreCountedAndSummed(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let rows: [(state: Int64, day: Int, area: Int64?, score: Double)] = [
        (1, 20_250_131, 10, 1.5), (1, 20_250_201, 20, 2), (1, 20_250_228, nil, 0), (2, 20_250_201, 5, 3),
        (2, 20_241_231, 7, 4),
      ]
      for (id, row) in rows.enumerated() {
        try await store.createTicket(
          id,
          [
            "state": .integer(row.state), "event_date": .integer(Int64(row.day)),
            "area": row.area.map(ColumnValue.integer) ?? .null, "score": .real(row.score),
          ]
        )
      }
      func report(_ query: AggregateQuery) async throws -> [[ColumnValue]] {
        try await store.read(ReadContext(city: Fixture.city, scope: .all, lane: .report)) { snapshot in
          try snapshot.aggregate(query).map { $0.group + $0.measures }
        }
      }
      let byMonth = AggregateQuery(
        Fixture.ticket,
        by: [.column("state"), .month("event_date")],
        measures: [.count, .sum("area")]
      )
      #expect(
        try await report(byMonth) == [
          [1, 202_501, 1, 10], [1, 202_502, 2, 20], [2, 202_412, 1, 7], [2, 202_502, 1, 5],
        ]
      )
      let byYear = AggregateQuery(
        Fixture.ticket,
        by: [.year("event_date")],
        measures: [.distinct("state"), .minimum("area"), .maximum("area"), .sum("score")]
      )
      #expect(try await report(byYear) == [[2024, 1, 7, 7, 4.0], [2025, 2, 5, 20, 6.5]])
      let distinct = AggregateQuery(Fixture.ticket, by: [.column("state")], measures: [])
      #expect(try await report(distinct) == [[1], [2]])
      let none = AggregateQuery(
        Fixture.ticket,
        where: RecordFilter(predicate: .compare("state", .equal, 9)),
        measures: [.count, .sum("area"), .minimum("area")]
      )
      #expect(try await report(none) == [[0, 0, .null]])
      await #expect(throws: StoreError.self) {
        try await report(AggregateQuery(Fixture.ticket, by: [.month("priority")]))
      }
      await #expect(throws: StoreError.self) {
        try await report(AggregateQuery(Fixture.ticket, measures: [.sum("title")]))
      }
    }
  }

  /// Firms with a party organisation, with an instructor, with either, with neither, as of a civil date.
  @Test(arguments: Backend.all)
  func firmsAreCountedByWhatRefersToThem(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.write(Fixture.write) { transaction in
        for firm in 1...6 {
          _ = try transaction.create(Fixture.firm, name: "f\(firm)", division: "", columns: [:]) { _ in [] }
        }
        func refer(_ kind: RecordKind, _ firm: String, _ from: Int64?, _ through: Int64?) throws -> Record {
          try transaction.create(
            kind,
            name: "\(kind.name)-\(firm)-\(from ?? 0)",
            division: "",
            columns: [
              "firm": .text(firm), "valid_from": from.map(ColumnValue.integer) ?? .null,
              "valid_through": through.map(ColumnValue.integer) ?? .null,
            ]
          ) { _ in [] }
        }
        _ = try refer(Fixture.organisation, "f1", 20_240_101, nil)
        _ = try refer(Fixture.organisation, "f2", nil, 20_250_630)
        _ = try refer(Fixture.instructor, "f2", 20_250_701, nil)
        _ = try refer(Fixture.instructor, "f3", 20_250_101, 20_251_231)
        let gone = try refer(Fixture.instructor, "f4", nil, nil)
        try transaction.delete(gone, purgeTime: transaction.time) { _ in [] }
      }
      func firms(_ date: Int64, _ predicate: (Predicate, Predicate) -> Predicate) async throws -> [String] {
        let day = Predicate.interval(from: "valid_from", through: "valid_through", includes: .integer(date))
        let predicate = predicate(
          .exists(RelatedRecords(Fixture.organisation, column: "firm", equals: "name", where: day)),
          .exists(RelatedRecords(Fixture.instructor, column: "firm", equals: "name", where: day))
        )
        let page = try await store.list(
          ListQuery(Fixture.firm, where: RecordFilter(predicate: predicate)),
          Fixture.read
        )
        return page.records.map(\.name)
      }
      #expect(try await firms(20_250_630) { organisation, _ in organisation } == ["f1", "f2"])
      #expect(try await firms(20_250_630) { _, instructor in instructor } == ["f3"])
      #expect(try await firms(20_250_701) { .or([$0, $1]) } == ["f1", "f2", "f3"])
      #expect(try await firms(20_250_701) { .and([.not($0), $1]) } == ["f2", "f3"])
      #expect(try await firms(20_250_701) { .not(.or([$0, $1])) } == ["f4", "f5", "f6"])
      #expect(try await firms(20_260_131) { .or([$0, $1]) } == ["f1", "f2"])
    }
  }
}
