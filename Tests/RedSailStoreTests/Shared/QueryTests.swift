internal import RedSailStore
internal import Testing

@Suite struct QueryTests {
  private static let titles = [
    "", "灯不亮", "灯坏了", "电梯", "a%b", "a_b", "A", "a\u{FFFF}", "a\u{10FFFF}", "' OR 1=1 --", "é", "e\u{301}",
  ]

  private func rows(_ count: Int, _ random: inout SeededGenerator) -> [Oracle.Row] {
    (0..<count).map { _ in
      var row: Oracle.Row = [:]
      func maybe(_ name: String, _ value: ColumnValue) {
        if Int.random(in: 0..<4, using: &random) > 0 { row[name] = value }
      }
      maybe("state", .integer(Int64.random(in: 1...4, using: &random)))
      maybe("priority", .integer(Int64.random(in: -3...3, using: &random)))
      maybe("title", .text(Self.titles.randomElement(using: &random) ?? ""))
      maybe("score", .real(Double(Int.random(in: -4...4, using: &random)) / 2))
      maybe("urgent", .boolean(Bool.random(using: &random)))
      maybe("due_time", .integer(Int64.random(in: 0...5, using: &random)))
      return row
    }
  }

  private func predicate(_ depth: Int, _ random: inout SeededGenerator) -> Predicate {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &random) {
    case 0:
      return .compare(
        "title",
        Predicate.Comparison.allCases.randomElement(using: &random) ?? .equal,
        .text(Self.titles.randomElement(using: &random) ?? "")
      )
    case 1:
      return .hasPrefix("title", String((Self.titles.randomElement(using: &random) ?? "").unicodeScalars.prefix(1)))
    case 2:
      return .isUnset(["state", "priority", "title", "urgent"].randomElement(using: &random) ?? "state")
    case 3:
      let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in Int64.random(in: -3...3, using: &random) }
      return .isIn("priority", values.map(ColumnValue.integer))
    case 4:
      return .compare(
        "score",
        Predicate.Comparison.allCases.randomElement(using: &random) ?? .less,
        .real(Double(Int.random(in: -4...4, using: &random)) / 2)
      )
    case 5, 6: return .not(predicate(depth - 1, &random))
    case 7: return .and((0..<Int.random(in: 0...3, using: &random)).map { _ in predicate(depth - 1, &random) })
    default: return .or((0..<Int.random(in: 0...3, using: &random)).map { _ in predicate(depth - 1, &random) })
    }
  }

  @Test(arguments: Backend.all)
  func predicatesMatchWhatTheySay(_ backend: Backend) async throws {
    try await backend.withStore { store in
      var random = SeededGenerator(seed: 42)
      let rows = rows(150, &random)
      for (id, row) in rows.enumerated() { try await store.createTicket(id, row) }
      var partial = 0
      for _ in 0..<400 {
        let predicate = predicate(3, &random)
        let expected = rows.indices.filter { Oracle.matches(predicate, rows[$0]) }.map(String.init)
        let found = try await store.ids(RecordFilter(predicate: predicate))
        #expect(found == expected, "\(predicate)")
        if !expected.isEmpty && expected.count < rows.count { partial += 1 }
        let count = try await store.read(Fixture.read) { snapshot in
          try snapshot.count(Fixture.ticket, where: RecordFilter(predicate: predicate))
        }
        #expect(count == expected.count)
      }
      #expect(partial > 150)
    }
  }

  static let orders: [[Ordering]] = [
    [], [Ordering("priority")], [Ordering("priority", descending: true)], [Ordering("title")],
    [Ordering("title", descending: true)], [Ordering("score", descending: true)], [Ordering("name")],
    [Ordering("state"), Ordering("due_time")],
    [Ordering("state", descending: true), Ordering("due_time", descending: true)],
  ]

  @Test(arguments: Backend.all, orders)
  func pagesAreStableUnderChanges(_ backend: Backend, _ order: [Ordering]) async throws {
    for division in [nil, "A", "A1"] {
      try await checkPages(backend, order, in: division)
    }
  }

  private func checkPages(_ backend: Backend, _ order: [Ordering], in division: String?) async throws {
    try await backend.withStore { store in
      try await store.defineDivisions()
      var random = SeededGenerator(seed: 3)
      let rows = rows(80, &random)
      for (id, row) in rows.enumerated() {
        try await store.createTicket(id, division: id % 2 == 0 ? "A1x" : "A1y", row)
        if division != nil { try await store.createTicket("elsewhere\(id)", division: "B1x", row) }
      }
      let descending = order.last?.isDescending == true
      let expected = rows.indices.sorted { left, right in
        for term in order {
          let result =
            term.column == "name"
            ? Oracle.compare(.text(String(left)), .text(String(right)))
            : Oracle.compare(rows[left][term.column], rows[right][term.column])
          if result != 0 { return (result < 0) != term.isDescending }
        }
        return (left < right) != descending
      }.map(String.init)
      var found: [String] = []
      var query = ListQuery(Fixture.ticket, where: RecordFilter(division: division), order: order, pageSize: 7)
      var inserted = 0
      repeat {
        let page = try await store.list(query, Fixture.read)
        found += page.records.map(\.lastPart)
        query.cursor = page.next
        // Others come and go between the pages.
        let newcomer = try await store.createTicket("new\(inserted)", division: "A1x", rows[inserted])
        if inserted % 2 == 0 { try await store.write(Fixture.write) { try $0.purge(newcomer) } }
        inserted += 1
      } while query.cursor != nil
      #expect(found.filter { !$0.hasPrefix("new") } == expected)
      #expect(Set(found).count == found.count)
    }
  }

  @Test(arguments: Backend.all)
  func ordersWithoutAnIndexAreRefused(_ backend: Backend) async throws {
    try await backend.withStore { store in
      for order in [
        [Ordering("area")], [Ordering("priority"), Ordering("title")], [Ordering("due_time"), Ordering("state")],
        [Ordering("state"), Ordering("due_time", descending: true)],
      ] {
        await #expect {
          try await store.ids(order: order)
        } throws: { error in
          if case .unindexableOrder? = error as? StoreError { true } else { false }
        }
      }
      for size in [0, -1, 1001] {
        await #expect(throws: StoreError.self) {
          try await store.list(ListQuery(Fixture.ticket, pageSize: size), Fixture.read)
        }
      }
      for cursor in [PageCursor(values: [], id: 1), PageCursor(values: [.text("x")], id: 1)] {
        await #expect(throws: StoreError.cursorMismatch) {
          try await store.list(
            ListQuery(Fixture.ticket, order: [Ordering("priority")], cursor: cursor),
            Fixture.read
          )
        }
      }
    }
  }

  @Test(arguments: Backend.all)
  func oversizedAndMistypedQueriesAreRefused(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let leaf = Predicate.compare("priority", .equal, 1)
      let deep = (0..<200).reduce(leaf) { inner, _ in .not(.and([inner])) }
      let cases: [Predicate] = [
        deep, .or(Array(repeating: leaf, count: 101)), .isIn("priority", Array(repeating: 1, count: 1001)),
        .compare("priority", .equal, .text("1")), .compare("priority", .equal, .null), .hasPrefix("priority", "1"),
        .compare("secret", .equal, 1), .compare("bytes", .equal, "x"), .compare("title", .equal, "a\0"),
        .compare("1=1 OR priority", .equal, 1), .isUnset("delete_time"),
      ]
      for predicate in cases {
        await #expect(throws: StoreError.self, "\(predicate)") {
          try await store.ids(RecordFilter(predicate: predicate))
        }
      }
    }
  }
}
