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

  @Test(arguments: Backend.all)
  func periodsAreThoseOfTheCivilDateInChina(_ backend: Backend) async throws {
    try await backend.withStore { store in
      // 2025-03-31T23:59:59.999999+08:00 and the microsecond after it; a moment before 1970; nothing.
      let end: Int64 = 1_743_436_799_999_999
      let times: [Int64?] = [end, end + 1, -28_800_000_001, nil]
      let dates: [Int64?] = [20_250_331, 20_250_401, 19_691_231, nil]
      for id in times.indices {
        try await store.createTicket(
          id,
          [
            "due_time": times[id].map(ColumnValue.integer) ?? .null,
            "event_date": dates[id].map(ColumnValue.integer) ?? .null,
          ]
        )
      }
      for column in ["due_time", "event_date"] {
        let cases: [(AggregateQuery.Grouping, [[ColumnValue]])] = [
          (.day(column), [[.null, 1], [19_691_231, 1], [20_250_331, 1], [20_250_401, 1]]),
          (.month(column), [[.null, 1], [196_912, 1], [202_503, 1], [202_504, 1]]),
          (.quarter(column), [[.null, 1], [19_694, 1], [20_251, 1], [20_252, 1]]),
          (.year(column), [[.null, 1], [1969, 1], [2025, 2]]),
        ]
        for (grouping, expected) in cases {
          let rows = try await store.read(Fixture.read) {
            try $0.aggregate(AggregateQuery(Fixture.ticket, by: [grouping]))
          }
          #expect(rows.map { $0.group + $0.measures } == expected, "\(grouping)")
        }
      }
    }
  }

  @Test(arguments: Backend.all)
  func recordsAreCountedByTheDeepestOfTheSubtrees(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.defineDivisions()
      for (id, division) in ["A1x", "A1", "A2y", "A", "B1x", Fixture.city, ""].enumerated() {
        try await store.createTicket(id, division: division, ["priority": .integer(Int64(id)), "area": 10])
      }
      func report(_ roots: Set<String>, in division: String? = nil) async throws -> [[ColumnValue]] {
        let query = AggregateQuery(
          Fixture.ticket,
          where: RecordFilter(division: division),
          by: [.subtree(of: roots)],
          measures: [
            .count, .count(where: .compare("priority", .greater, 1)),
            .matching(.compare("priority", .less, 5), .sum("area")),
            .matching(.isUnset("priority"), .minimum("priority")),
          ]
        )
        return try await store.read(Fixture.read) { try $0.aggregate(query).map { $0.group + $0.measures } }
      }
      #expect(
        try await report(["A", "A1", "B1x"]) == [
          [.null, 2, 2, 0, .null], ["A", 2, 2, 20, .null], ["A1", 2, 0, 20, .null], ["B1x", 1, 1, 10, .null],
        ]
      )
      #expect(try await report([Fixture.city], in: "A") == [[.text(Fixture.city), 4, 2, 40, .null]])
      #expect(try await report([]) == [[.null, 7, 5, 50, .null]])
      await #expect(throws: StoreError.unknownDivision(city: Fixture.city, code: "C")) { try await report(["A", "C"]) }
      let many = Set((0...AggregateQuery.Grouping.maximumSubtrees).map(String.init))
      await #expect(throws: StoreError.self) { try await report(many) }
    }
  }
}
