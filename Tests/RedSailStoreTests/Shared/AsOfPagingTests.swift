internal import RedSailStore
internal import Testing

/// Exports: several pages at one revision.
@Suite struct AsOfPagingTests {
  private static let orders: [[Ordering]] = [
    [], [Ordering("due")], [Ordering("state", descending: true), Ordering("due", descending: true)],
    [Ordering("update_time")],
  ]

  @discardableResult
  private static func write(_ store: any Store, _ id: Int, state: Int64) async throws -> Record {
    let row: Oracle.Row = [
      "state": .integer(state), "due": .integer(20_250_101 + Int64(id % 28)), "event_time": .integer(Int64(id)),
    ]
    return try await store.write(Fixture.write) { transaction in
      if let old = try transaction.record(Histories.demand, named: "demand\(id)") {
        return try transaction.update(old, division: "", columns: row) { _ in Histories.bytes(row) }
      }
      return try transaction.create(Histories.demand, name: "demand\(id)", division: "", columns: row) { _ in
        Histories.bytes(row)
      }
    }
  }

  @Test(arguments: Backend.all, orders)
  func pagesAtARevisionStayWhileOthersWrite(_ backend: Backend, _ order: [Ordering]) async throws {
    try await backend.withStore(schema: Histories.schema) { store in
      for id in 0..<120 { try await Self.write(store, id, state: Int64(id % 3 + 1)) }
      let whole = ListQuery(Histories.demand, order: order, pageSize: 1000)
      let before = try await store.list(whole, Fixture.read)
      let moment = ReadContext(city: Fixture.city, scope: .all, asOf: AsOf(revision: before.revision))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<3 {
          group.addTask {
            for round in 0..<60 {
              let id = (round * 7 + writer * 40) % 150
              try await Self.write(store, id, state: Int64(round % 3 + 1))
              guard round % 5 == 0 else { continue }
              try await store.write(Fixture.write) { transaction in
                let name = "demand\((id + 11) % 120)"
                guard let record = try transaction.record(Histories.demand, named: name) else { return }
                try transaction.purge(record)
              }
            }
          }
        }
        for _ in 0..<2 {
          group.addTask {
            for size in [7, 50] {
              var records: [Record] = []
              var query = ListQuery(Histories.demand, order: order, pageSize: size)
              repeat {
                let page = try await store.list(query, moment)
                #expect(page.revision == before.revision)
                records += page.records
                query.cursor = page.next
              } while query.cursor != nil
              #expect(records == before.records)
            }
          }
        }
        try await group.waitForAll()
      }
      // After the writes the present is another one.
      let now = try await store.list(whole, Fixture.read)
      #expect(now.records != before.records)
      #expect(try await store.list(whole, moment).records == before.records)
    }
  }

  @Test(arguments: Backend.all)
  func aPageOfThePastEndsAtItsBytes(_ backend: Backend) async throws {
    try await backend.withStore(schema: Histories.schema) { store in
      for id in 0..<10 { try await Self.write(store, id, state: 1) }
      let before = try await store.list(ListQuery(Histories.demand, pageSize: 10), Fixture.read)
      for id in 0..<5 { try await Self.write(store, id, state: 2) }
      var query = ListQuery(Histories.demand, pageSize: 10)
      query.maximumBytes = before.records.prefix(3).reduce(0) { $0 + $1.bytes.count }
      let moment = ReadContext(city: Fixture.city, scope: .all, asOf: AsOf(revision: before.revision))
      let page = try await store.list(query, moment)
      #expect(page.records == Array(before.records.prefix(3)))
      query.cursor = page.next
      query.maximumBytes = .max
      #expect(try await store.list(query, moment).records == Array(before.records.dropFirst(3)))
    }
  }
}
