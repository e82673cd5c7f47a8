internal import RedSailStore
internal import Testing

/// How far back the past can be read once its log is compacted.
@Suite struct AsOfRetentionTests {
  private func everything(_ store: any Store, _ asOf: AsOf) async throws -> [[Record]] {
    let context = ReadContext(city: Fixture.city, scope: .all, asOf: asOf)
    return try await store.read(context) { snapshot in
      try Histories.kinds.map { kind in
        let query = ListQuery(kind, where: RecordFilter(includesDeleted: true), pageSize: 1000)
        return try snapshot.list(query).records
      }
    }
  }

  /// Purges what may be purged, compacts, and asks again.
  @Test(arguments: Backend.all, [11, 12] as [UInt64])
  func whatWasCompactedIsRefusedAndTheRestStays(_ backend: Backend, _ seed: UInt64) async throws {
    let clock = TestClock()
    try await backend.withStore(schema: Histories.schema, clock: { clock.now }) { store in
      var history = try await RandomHistory(store, clock: clock, seed: seed)
      try await history.run(steps: 150)
      let middle = history.oracle.latest
      clock.advance(days: 40)
      try await history.run(steps: 150)
      let latest = history.oracle.latest
      let times = [clock.now.adding(days: -45), clock.now.adding(days: -20)]
      var before: [AsOf: [[Record]]] = [:]
      for revision in stride(from: middle - 20, through: latest, by: 7) {
        for time in [nil, times[1]] {
          let asOf = AsOf(revision: revision, eventTime: time)
          before[asOf] = try await everything(store, asOf)
        }
      }
      let floor = try await store.compactChanges(of: Fixture.city, through: middle - 10)
      #expect(floor == middle - 10)
      for (asOf, records) in before {
        guard let revision = asOf.revision, asOf.eventTime == nil || revision < floor else { continue }
        if revision < floor {
          await #expect(throws: StoreError.compacted(floor: floor)) { try await everything(store, asOf) }
        } else {
          #expect(try await everything(store, asOf) == records, "\(asOf)")
        }
      }
      #expect(try await everything(store, AsOf(revision: floor)).flatMap(\.self).allSatisfy { $0.revision <= floor })
      await #expect(throws: StoreError.revisionAhead(asked: latest + 1, latest: latest)) {
        try await everything(store, AsOf(revision: latest + 1))
      }
      // What happened later was recorded later: a moment after the compacted entries never needs them.
      let end = try await store.changes(ChangeQuery(after: floor, limit: 1), Fixture.read).changes.first?.time
      let expected = history.oracle.versions(Histories.demand, AsOf(eventTime: end)).map(\.record)
      #expect(try await everything(store, AsOf(eventTime: end))[0] == expected)
    }
  }

  @Test(arguments: Backend.all)
  func anEventTimeThatNeedsCompactedVersionsIsRefused(_ backend: Backend) async throws {
    let clock = TestClock()
    try await backend.withStore(schema: Histories.schema, clock: { clock.now }) { store in
      func put(_ time: Instant) async throws {
        let row: Oracle.Row = ["event_time": .integer(time.microseconds), "state": 1]
        try await store.write(Fixture.write) { transaction in
          if let old = try transaction.record(Histories.firm, named: "f") {
            _ = try transaction.update(old, division: "", columns: row) { _ in Histories.bytes(row) }
          } else {
            _ = try transaction.create(Histories.firm, name: "f", division: "", columns: row) { _ in
              Histories.bytes(row)
            }
          }
        }
      }
      let first = clock.now
      for _ in 0..<3 {
        try await put(clock.now)
        clock.advance(days: 1)
      }
      clock.advance(days: 40)
      try await put(clock.now)
      #expect(try await everything(store, AsOf(eventTime: first.adding(days: 1)))[1].map(\.revision) == [2])
      #expect(try await store.compactChanges(of: Fixture.city, through: 3) == 3)
      #expect(try await everything(store, AsOf(eventTime: first.adding(days: 2)))[1].map(\.revision) == [3])
      for days in [-1, 0, 1] as [Int64] {
        await #expect(throws: StoreError.compacted(floor: 3)) {
          try await everything(store, AsOf(eventTime: first.adding(days: days)))
        }
      }
      // The refusal leaves nothing behind.
      #expect(try await everything(store, AsOf(eventTime: first.adding(days: 2)))[1].map(\.revision) == [3])
    }
  }

  /// What a job does: purge what is due, forget answers, compact.
  @Test(arguments: Backend.all)
  func purgedRecordsExistAgainInThePast(_ backend: Backend) async throws {
    let clock = TestClock()
    try await backend.withStore(schema: Histories.schema, clock: { clock.now }) { store in
      let row: Oracle.Row = ["state": 1, "event_time": .integer(clock.now.microseconds)]
      let record = try await store.write(Fixture.write) { transaction in
        try transaction.create(Histories.firm, name: "f", division: "", columns: row) { _ in Histories.bytes(row) }
      }
      let deleted = try await store.write(Fixture.write) { transaction in
        try transaction.delete(record, purgeTime: clock.now.adding(days: 30)) { _ in Histories.bytes(row) }
      }
      clock.advance(days: 31)
      let due = try await store.read(Fixture.read) {
        try $0.purgeable(Histories.firm, at: clock.now, limit: 10)
      }
      #expect(due == [deleted])
      try await store.write(Fixture.write) { transaction in
        for record in due { try transaction.purge(record) }
      }
      #expect(try await everything(store, AsOf(revision: 1))[1] == [record])
      #expect(try await everything(store, AsOf(revision: 2))[1] == [deleted])
      #expect(try await everything(store, AsOf(revision: 3))[1] == [])
      let context = ReadContext(city: Fixture.city, scope: .all, asOf: AsOf(revision: 2))
      #expect(try await store.record(Histories.firm, named: "f", context) == deleted)
      #expect(try await store.forgetAnswers(before: clock.now) == 0)
      #expect(try await store.compactChanges(of: Fixture.city, through: 3) == 2)
      #expect(try await everything(store, AsOf(revision: 2))[1] == [deleted])
      await #expect(throws: StoreError.compacted(floor: 2)) { try await everything(store, AsOf(revision: 1)) }
    }
  }
}
