internal import RedSailStore
internal import Testing

@Suite struct WriteTests {
  @Test(arguments: Backend.all)
  func createdRecordIsReadBack(_ backend: Backend) async throws {
    let clock = TestClock()
    try await backend.withStore(clock: { clock.now }) { store in
      try await store.defineDivisions()
      let created = try await store.createTicket(1, division: "A1x")
      #expect(try await store.ticket(1) == created)
      #expect(created.text == "1@\(created.revision)")
      #expect(created.createTime == clock.now && created.updateTime == clock.now && created.deleteTime == nil)
      #expect(try await store.ticket(2) == nil)
      #expect(try await store.record(Fixture.firm, named: Fixture.name(1), Fixture.read) == nil)
    }
  }

  @Test(arguments: Backend.all)
  func aNameIsTakenOnce(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.createTicket(1)
      await #expect(throws: StoreError.alreadyExists(kind: "ticket", name: Fixture.name(1))) {
        try await store.createTicket(1)
      }
    }
  }

  @Test(arguments: Backend.all)
  func anUpdateChangesRevisionEtagAndTime(_ backend: Backend) async throws {
    let clock = TestClock()
    try await backend.withStore(clock: { clock.now }) { store in
      let first = try await store.createTicket(1)
      clock.advance(days: 1)
      let second = try await store.updateTicket(1)
      #expect(second.revision > first.revision)
      #expect(second.etag != first.etag)
      #expect(second.id == first.id)
      #expect(second.createTime == first.createTime && second.updateTime == first.updateTime.adding(days: 1))
      #expect(try await store.ticket(1) == second)
    }
  }

  @Test(arguments: Backend.all)
  func aStaleRecordCannotBeWritten(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let first = try await store.createTicket(1)
      let second = try await store.updateTicket(1)
      await #expect(throws: StoreError.staleRecord(kind: "ticket", name: first.name)) {
        try await store.write(Fixture.write) { try $0.update(first, division: "", columns: [:]) { _ in [] } }
      }
      await #expect(throws: StoreError.staleRecord(kind: "ticket", name: first.name)) {
        try await store.write(Fixture.write) { try $0.purge(first) }
      }
      #expect(try await store.ticket(1) == second)
    }
  }

  @Test(arguments: Backend.all)
  func aDeletedRecordIsHiddenFromListsUntilUndeleted(_ backend: Backend) async throws {
    let clock = TestClock()
    try await backend.withStore(clock: { clock.now }) { store in
      let record = try await store.createTicket(1)
      let purgeTime = clock.now.adding(days: 30)
      let deleted = try await store.write(Fixture.write) { transaction in
        try transaction.delete(record, purgeTime: purgeTime) { stamp in
          #expect(stamp.deleteTime != nil)
          return Array("deleted".utf8)
        }
      }
      #expect(deleted.deleteTime == clock.now && deleted.purgeTime == purgeTime)
      #expect(try await store.ticket(1) == deleted)
      #expect(try await store.ids() == [])
      #expect(try await store.ids(RecordFilter(includesDeleted: true)) == ["1"])
      let early = try await store.read(Fixture.read) { snapshot in
        try snapshot.purgeable(Fixture.ticket, at: Instant(microseconds: purgeTime.microseconds - 1), limit: 10)
      }
      #expect(early == [])
      let due = try await store.read(Fixture.read) { try $0.purgeable(Fixture.ticket, at: purgeTime, limit: 10) }
      #expect(due == [deleted])
      let restored = try await store.write(Fixture.write) { try $0.undelete(deleted) { _ in Array("back".utf8) } }
      #expect(restored.deleteTime == nil && restored.purgeTime == nil)
      #expect(try await store.ids() == ["1"])
    }
  }

  @Test(arguments: Backend.all)
  func aThrowingClosureLeavesNothing(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.createTicket("before")
      await #expect(throws: Missing.self) {
        try await store.write(Fixture.write) { transaction in
          let record = try transaction.create(Fixture.ticket, name: "n", division: "", columns: [:]) { _ in [1] }
          try transaction.update(record, division: "", columns: [:]) { _ in [2] }
          try transaction.put(SideRecord(kind: "caller", subject: "n", division: "", bytes: [3]))
          try transaction.take(ExternalKey(kind: Fixture.ticket, sourceSystem: "s", recordNumber: "1"), for: "n")
          try transaction.define(DivisionNode(code: "new", parent: nil))
          throw Missing(name: "n")
        }
      }
      let after = try await store.read(Fixture.read) { snapshot in
        #expect(try snapshot.record(Fixture.ticket, named: "n") == nil)
        #expect(try snapshot.side("caller", subject: "n") == nil)
        #expect(
          try snapshot.owner(of: ExternalKey(kind: Fixture.ticket, sourceSystem: "s", recordNumber: "1")) == nil
        )
        #expect(try snapshot.divisions() == [])
        return try snapshot.revision()
      }
      #expect(after == 1)
      await #expect(throws: StoreError.unknownDivision(city: Fixture.city, code: "new")) {
        try await store.createTicket("after", division: "new")
      }
      let made1 = try await store.createTicket("after")
      #expect(made1.revision == 2)
    }
  }

  @Test(arguments: Backend.all)
  func concurrentWritersShareCommitsButNotFailures(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let outcomes = await withTaskGroup(of: (Int, Revision?).self) { group in
        for number in 0..<300 {
          group.addTask {
            let revision = try? await store.write(Fixture.write) { transaction in
              let record = try transaction.create(
                Fixture.ticket,
                name: Fixture.name(number),
                division: "",
                columns: ["priority": 1]
              ) { _ in [] }
              if number % 3 == 0 { throw Missing(name: record.name) }
              return record.revision
            }
            return (number, revision)
          }
        }
        return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      #expect(Set(outcomes.keys) == Set((0..<300).filter { $0 % 3 != 0 }))
      #expect(Set(outcomes.values).count == 200)
      let ids = try await store.ids()
      #expect(Set(ids) == Set(outcomes.keys.map(String.init)))
      let latest = try await store.read(Fixture.read) { try $0.revision() }
      #expect(latest == 200)
    }
  }

  @Test(arguments: Backend.all)
  func anErrorMayBeCaughtInsideTheClosure(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.createTicket(1)
      let second = try await store.write(Fixture.write) { transaction in
        #expect(throws: StoreError.alreadyExists(kind: "ticket", name: Fixture.name(1))) {
          try transaction.create(Fixture.ticket, name: Fixture.name(1), division: "", columns: [:]) { _ in [] }
        }
        return try transaction.create(Fixture.ticket, name: Fixture.name(2), division: "", columns: [:]) { _ in [] }
      }
      #expect(second.revision == 2)
      #expect(try await store.waitForRevision(of: Fixture.city, beyond: 1) == 2)
    }
  }

  @Test(arguments: Backend.all)
  func columnsAreCheckedAgainstTheirDeclaration(_ backend: Backend) async throws {
    try await backend.withStore { store in
      await #expect(
        throws: StoreError.typeMismatch(kind: "ticket", column: "priority", expected: .integer, found: .text("high"))
      ) {
        try await store.createTicket(1, ["priority": .text("high")])
      }
      await #expect {
        try await store.createTicket(1, ["no_such": 1])
      } throws: { error in
        if case .unknownColumn("ticket", "no_such", let known)? = error as? StoreError {
          known.contains("state")
        } else {
          false
        }
      }
      await #expect(throws: StoreError.invalidText(what: "column “title” of “ticket”")) {
        try await store.createTicket(1, ["title": "a\0b"])
      }
      await #expect(throws: StoreError.unknownKind("building")) {
        try await store.record(RecordKind("building", columns: []), named: "x", Fixture.read)
      }
    }
  }

  @Test(arguments: Backend.all)
  func aUniqueColumnIsUniqueWithinTheCity(_ backend: Backend) async throws {
    try await backend.withStore { store in
      @Sendable func create(_ name: String, city: String) async throws {
        try await store.write(WriteContext(city: city, scope: .all, actor: "a")) { transaction in
          _ = try transaction.create(
            Fixture.firm,
            name: name,
            division: "",
            columns: ["credit_code": "91370811MA3YYYY16X"]
          ) { _ in [] }
        }
      }
      try await create("f1", city: "370800")
      try await create("f2", city: "371100")
      await #expect(throws: StoreError.notUnique(kind: "firm", columns: ["credit_code"])) {
        try await create("f3", city: "370800")
      }
    }
  }

  @Test(arguments: Backend.all)
  func anExternalKeyStaysTakenAfterAPurge(_ backend: Backend) async throws {
    try await backend.withStore { store in
      let key = ExternalKey(kind: Fixture.ticket, sourceSystem: "12345", recordNumber: "2025-1")
      let record = try await store.createTicket(1)
      try await store.write(Fixture.write) { transaction in
        try transaction.take(key, for: record.name)
        try transaction.take(key, for: record.name)
        try transaction.purge(record)
      }
      #expect(try await store.ticket(1) == nil)
      await #expect(throws: StoreError.externalKeyTaken(key, owner: record.name)) {
        try await store.write(Fixture.write) { try $0.take(key, for: "other") }
      }
      #expect(try await store.read(Fixture.read) { try $0.owner(of: key) } == record.name)
    }
  }

  @Test(arguments: Backend.all)
  func everythingSurvivesAReopening(_ backend: Backend) async throws {
    try await withDirectory { directory in
      let first = try backend.open(directory, Fixture.schema) { .now() }
      try await first.defineDivisions()
      let record = try await first.createTicket(1, division: "A1x", ["priority": 7])
      try await first.write(Fixture.write) { transaction in
        try transaction.put(SideRecord(kind: "caller", subject: record.name, division: "A1x", bytes: [9]))
      }
      #expect(try await first.setMark("demonstration", ifAbsent: [1]) == [1])
      try await first.close()
      await #expect(throws: StoreError.closed) { try await first.createTicket(2) }

      let second = try backend.open(directory, Fixture.schema) { .now() }
      #expect(try await second.ticket(1) == record)
      #expect(
        try await second.ids(RecordFilter(division: "A", predicate: .compare("priority", .equal, 7))) == ["1"]
      )
      #expect(try await second.read(Fixture.read) { try $0.side("caller", subject: record.name)?.bytes } == [9])
      #expect(try await second.setMark("demonstration", ifAbsent: [2]) == [1])
      #expect(try await second.mark("demonstration") == [1])
      #expect(try await second.mark("other") == nil)
      #expect(try await second.cities() == [Fixture.city])
      let next = try await second.createTicket(2, division: "B2y")
      #expect(next.revision == record.revision + 1 && next.id > record.id)
      try await second.checkIntegrity(thorough: true)
      try await second.close()
    }
  }
}
