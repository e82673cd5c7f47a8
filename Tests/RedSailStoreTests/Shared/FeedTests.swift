internal import RedSailStore
internal import Testing

@Suite struct FeedTests {
  /// Reads the feed to its end in pages.
  private func all(_ store: any Store, _ query: ChangeQuery, _ context: ReadContext) async throws -> [Change] {
    var query = query
    var changes: [Change] = []
    while true {
      let page = try await store.changes(query, context)
      changes += page.changes
      #expect(page.progress >= page.changes.last?.revision ?? query.after)
      if page.progress == page.latest { return changes }
      query.after = page.progress
    }
  }

  @Test(arguments: Backend.all)
  func everyChangeStandsInTheFeedOnce(_ backend: Backend) async throws {
    let clock = TestClock()
    try await backend.withStore(clock: { clock.now }) { store in
      let created = try await store.createTicket(1)
      let updated = try await store.updateTicket(1)
      let deleted = try await store.write(Fixture.write) {
        try $0.delete(updated, purgeTime: clock.now) { _ in Array("deleted".utf8) }
      }
      let undeleted = try await store.write(Fixture.write) { try $0.undelete(deleted) { _ in Array("back".utf8) } }
      try await store.write(Fixture.write) { try $0.purge(undeleted) }
      let changes = try await all(
        store,
        ChangeQuery(after: 0, limit: 2, includesBefore: true),
        Fixture.read
      )
      #expect(changes.map(\.type) == [.created, .updated, .deleted, .undeleted, .removed])
      #expect(changes.map(\.revision) == [1, 2, 3, 4, 5])
      #expect(changes.map(\.after) == [created.bytes, updated.bytes, deleted.bytes, undeleted.bytes, nil])
      #expect(changes.map(\.before) == [nil, created.bytes, updated.bytes, deleted.bytes, undeleted.bytes])
      #expect(changes.allSatisfy { $0.kind == "ticket" && $0.name == created.name && $0.actor == "agency/test" })
      #expect(try await store.changes(ChangeQuery(after: 0), Fixture.read).changes.allSatisfy { $0.before == nil })
    }
  }

  @Test(arguments: Backend.all)
  func theFeedRebuildsTheRecords(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.defineDivisions()
      var random = SeededGenerator(seed: 7)
      let divisions = ["A1x", "A2", "B1y", "B"]
      for _ in 0..<400 {
        let id = Int.random(in: 0..<40, using: &random)
        let division = divisions.randomElement(using: &random) ?? ""
        if let record = try await store.ticket(id) {
          if Int.random(in: 0..<4, using: &random) == 0 {
            try await store.write(Fixture.write) { try $0.purge(record) }
          } else {
            try await store.updateTicket(id, division: division)
          }
        } else {
          try await store.createTicket(id, division: division)
        }
      }
      for (context, filter) in [
        (Fixture.read, nil), (Fixture.read("A"), nil), (Fixture.read("B"), nil), (Fixture.read("A1x", "B"), nil),
        (Fixture.read, "A2"),
      ] {
        var image: [String: [UInt8]] = [:]
        var last: Revision = 0
        for change in try await all(store, ChangeQuery(after: 0, division: filter, limit: 17), context) {
          #expect(change.revision > last)
          last = change.revision
          image[change.name] = change.after
        }
        let page = try await store.list(
          ListQuery(Fixture.ticket, where: RecordFilter(division: filter), pageSize: 1000),
          context
        )
        #expect(image == Dictionary(uniqueKeysWithValues: page.records.map { ($0.name, $0.bytes) }))
      }
      for record in try await store.list(ListQuery(Fixture.ticket, pageSize: 1000), Fixture.read).records {
        let history = try await store.read(Fixture.read) { try $0.history(of: record) }
        #expect(history.first?.type == .created && history.last?.after == record.bytes)
        for (earlier, later) in zip(history, history.dropFirst()) {
          #expect(later.before == earlier.after && later.type == .updated)
        }
      }
    }
  }

  @Test(arguments: Backend.all)
  func whatLeavesTheScopeIsRemovedAndWhatCameIsWhole(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.defineDivisions()
      try await store.createTicket(1, division: "A1x")
      try await store.updateTicket(1, division: "B1x")
      try await store.updateTicket(1, division: "B1y")
      let inA = try await all(store, ChangeQuery(after: 0, includesBefore: true), Fixture.read("A"))
      #expect(inA.map(\.type) == [.created, .removed])
      #expect(inA.map(\.division) == ["A1x", "A1x"])
      #expect(inA.last?.after == nil)
      let inB = try await all(store, ChangeQuery(after: 0, includesBefore: true), Fixture.read("B"))
      #expect(inB.map(\.type) == [.updated, .updated])
      #expect(inB.first?.before == nil && inB.first?.after != nil && inB.last?.before != nil)
    }
  }

  @Test(arguments: Backend.all)
  func aMovedDivisionIsSeenOnBothSides(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.defineDivisions()
      let record = try await store.createTicket(1, division: "A1x")
      try await store.createTicket(2, division: "A2x")
      try await store.write(Fixture.write) { try $0.define(DivisionNode(code: "A1", parent: "B")) }
      let inA = try await all(store, ChangeQuery(after: record.revision), Fixture.read("A"))
      #expect(inA.map(\.name) == [Fixture.name(2), Fixture.name(1)])
      #expect(inA.map(\.type) == [.created, .removed])
      let inB = try await all(store, ChangeQuery(after: record.revision), Fixture.read("B"))
      #expect(inB.map(\.after) == [record.bytes])
      let changed = try await store.updateTicket(1, division: "A1x")
      let history = try await store.read(Fixture.read) { try $0.history(of: changed) }
      #expect(history.map(\.after) == [record.bytes, changed.bytes])
    }
  }

  @Test(arguments: Backend.all)
  func anIdleConsumerStillMakesProgress(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.defineDivisions()
      for id in 0..<20 { try await store.createTicket(id, division: "A1x") }
      for query in [ChangeQuery(after: 0, kinds: ["firm"]), ChangeQuery(after: 0, division: "B", limit: 1)] {
        let page = try await store.changes(query, Fixture.read)
        #expect(page.changes == [] && page.progress == 20 && page.latest == 20)
      }
      #expect(try await store.changes(ChangeQuery(after: 20), Fixture.read).progress == 20)
      await #expect(throws: StoreError.revisionAhead(asked: 21, latest: 20)) {
        try await store.changes(ChangeQuery(after: 21), Fixture.read)
      }
      await #expect(throws: StoreError.revisionAhead(asked: 21, latest: 20)) {
        try await store.ticket(1, ReadContext(city: Fixture.city, scope: .all, floor: 21))
      }
      #expect(try await store.ticket(1, ReadContext(city: Fixture.city, scope: .all, floor: 20)) != nil)
    }
  }

  @Test(arguments: Backend.all)
  func citiesCountForThemselves(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let other = WriteContext(city: "371100", scope: .all, actor: "a")
      let made1 = try await store.createTicket(1)
      #expect(made1.revision == 1)
      let made2 = try await store.createTicket(2)
      #expect(made2.revision == 2)
      let made3 = try await store.createTicket(3, division: "", [:], other)
      #expect(made3.revision == 1)
      #expect(try await store.cities() == ["370800", "371100"])
      #expect(try await store.changes(ChangeQuery(after: 0), Fixture.read).changes.count == 2)
      #expect(try await store.ticket(3) == nil)
    }
  }

  @Test(arguments: Backend.all)
  func aCompactedCursorIsToldSo(_ backend: Backend) async throws {
    let clock = TestClock()
    try await backend.withStore(clock: { clock.now }) { store in
      let first = try await store.createTicket(1)
      let second = try await store.createTicket(2)
      clock.advance(days: 40)
      let third = try await store.updateTicket(1)
      #expect(try await store.compactChanges(of: Fixture.city, through: 100) == 2)
      await #expect(throws: StoreError.compacted(floor: 2)) {
        try await store.changes(ChangeQuery(after: 1), Fixture.read)
      }
      let fourth = try await store.updateTicket(2)
      let page = try await store.changes(ChangeQuery(after: 2, includesBefore: true), Fixture.read)
      #expect(page.changes.map(\.before) == [first.bytes, second.bytes])
      #expect(page.changes.map(\.after) == [third.bytes, fourth.bytes])
      let made4 = try await store.createTicket(3)
      #expect(made4.revision == 5)
    }
  }

  @Test(arguments: Backend.all)
  func aWaiterIsWokenByItsCityOnly(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.createTicket(1)
      #expect(try await store.waitForRevision(of: Fixture.city, beyond: 0) == 1)
      async let woken = store.waitForRevision(of: Fixture.city, beyond: 1)
      try await store.createTicket(2, division: "", [:], WriteContext(city: "371100", scope: .all, actor: "a"))
      try await store.createTicket(3)
      #expect(try await woken == 2)
      let cancelled = Task { try await store.waitForRevision(of: Fixture.city, beyond: 2) }
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
    }
  }

  @Test(arguments: Backend.all)
  func closingEndsTheWaiting(_ backend: Backend) async throws {
    try await withDirectory { directory in
      let store = try backend.open(directory, Fixture.schema) { .now() }
      let waiting = Task { try await store.waitForRevision(of: Fixture.city, beyond: 0) }
      try await store.close()
      await #expect(throws: StoreError.closed) { try await waiting.value }
    }
  }

  @Test(arguments: Backend.all)
  func followersMissNothingWhileWritersWrite(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let total: Revision = 600
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            var cursor: Revision = 0
            var names: [String] = []
            while cursor < total {
              _ = try await store.waitForRevision(of: Fixture.city, beyond: cursor)
              let page = try await store.changes(ChangeQuery(after: cursor, limit: 50), Fixture.read)
              #expect(page.changes.map(\.revision) == Array((cursor + 1)..<(cursor + 1 + Revision(page.changes.count))))
              names += page.changes.map(\.name)
              cursor = page.progress
            }
            #expect(Set(names).count == Int(total) && names.count == Int(total))
          }
        }
        for writer in 0..<6 {
          group.addTask {
            for number in 0..<100 { try await store.createTicket("\(writer)-\(number)") }
          }
        }
        try await group.waitForAll()
      }
    }
  }
}
