internal import RedSailStore
internal import Testing

@Suite struct IdempotencyTests {
  private func key(_ id: String, caller: String = "c", method: String = "Create", _ payload: UInt8 = 1)
    -> IdempotencyKey
  {
    IdempotencyKey(caller: caller, requestID: id, method: method, fingerprint: [payload])
  }

  @discardableResult
  private func create(_ store: any Store, _ name: String, _ key: IdempotencyKey) async throws -> WriteOutcome {
    try await store.write(Fixture.write, idempotency: key) { transaction in
      .record(
        try transaction.create(Fixture.ticket, name: Fixture.name(name), division: "", columns: [:]) { stamp in
          Array("\(name) \(stamp.etag)".utf8)
        }
      )
    }
  }

  @Test(arguments: Backend.all)
  func aRepetitionGetsTheFirstAnswer(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let first = try await create(store, "1", key("r"))
      try await store.updateTicket("1")
      let second = try await create(store, "1", key("r"))
      #expect(!first.isReplay && second.isReplay)
      #expect(first.bytes == second.bytes && !first.bytes.isEmpty)
      #expect(try await store.ids() == ["1"])
    }
  }

  @Test(arguments: Backend.all)
  func anotherPayloadOrMethodIsRefused(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await create(store, "1", key("r"))
      let refusal = StoreError.requestIDReused(requestID: "r", firstMethod: "Create")
      await #expect(throws: refusal) { try await create(store, "2", key("r", 2)) }
      await #expect(throws: refusal) { try await create(store, "2", key("r", method: "Update")) }
      let made1 = try await create(store, "2", key("r", caller: "other"))
      #expect(made1.isReplay == false)
      #expect(try await store.ids() == ["1", "2"])
    }
  }

  @Test(arguments: Backend.all)
  func aFailedRequestMayBeRepeated(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.createTicket("1")
      await #expect(throws: StoreError.self) { try await create(store, "1", key("r")) }
      let made2 = try await create(store, "2", key("r"))
      #expect(made2.isReplay == false)
    }
  }

  @Test(arguments: Backend.all)
  func concurrentRepetitionsHappenOnce(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let outcomes = try await withThrowingTaskGroup(of: WriteOutcome.self) { group in
        for _ in 0..<50 {
          group.addTask { try await create(store, "1", key("r")) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { !$0.isReplay } == 1)
      #expect(Set(outcomes.map(\.bytes)).count == 1)
    }
  }

  @Test(arguments: Backend.all)
  func plainAnswersAndUnchangedRecordsAreRemembered(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let record = try await store.createTicket(1)
      for _ in 0..<2 {
        let plain = try await store.write(Fixture.write, idempotency: key("plain")) { _ in .bytes([1, 2]) }
        #expect(plain.bytes == [1, 2])
        let unchanged = try await store.write(Fixture.write, idempotency: key("same")) { transaction in
          .record(try transaction.existing(Fixture.ticket, record.name))
        }
        #expect(unchanged.bytes == record.bytes)
      }
    }
  }

  @Test(arguments: Backend.all)
  func answersAreKeptThirtyDays(_ backend: Backend) async throws {
    let clock = TestClock()
    try await backend.withStore(clock: { clock.now }) { store in
      try await create(store, "1", key("r"))
      clock.advance(days: 30)
      try await create(store, "2", key("s"))
      #expect(try await store.forgetAnswers(before: clock.now) == 0)
      #expect(try await store.compactChanges(of: Fixture.city, through: 2) == 1)
      clock.advance(days: 1)
      let made3 = try await create(store, "2", key("s"))
      #expect(made3.isReplay)
      #expect(try await store.forgetAnswers(before: clock.now) == 0)
      let made4 = try await create(store, "3", key("r"))
      #expect(made4.isReplay == false)
    }
  }

  @Test(arguments: Backend.all)
  func compactionKeepsTheAnswersOfThirtyDays(_ backend: Backend) async throws {
    let clock = TestClock()
    try await backend.withStore(clock: { clock.now }) { store in
      let first = try await create(store, "1", key("r"))
      try await create(store, "2", key("s"))
      clock.advance(days: 29)
      #expect(try await store.compactChanges(of: Fixture.city, through: 2) == 0)
      let again = try await create(store, "1", key("r"))
      #expect(again.isReplay && again.bytes == first.bytes)
    }
  }
}
