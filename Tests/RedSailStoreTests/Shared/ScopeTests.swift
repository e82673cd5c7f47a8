internal import RedSailStore
internal import Testing

@Suite struct ScopeTests {
  private func fill(_ store: any Store) async throws {
    try await store.defineDivisions()
    for division in ["A1x", "A2y", "B1x", "B2"] {
      try await store.createTicket(division, division: division, ["priority": 1])
    }
    try await store.createTicket("none", ["priority": 1])
  }

  @Test(arguments: Backend.all)
  func readsSeeTheirSubtreesOnly(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await fill(store)
      #expect(try await store.ids() == ["A1x", "A2y", "B1x", "B2", "none"])
      #expect(try await store.ids(RecordFilter(), Fixture.read("A")) == ["A1x", "A2y"])
      #expect(try await store.ids(RecordFilter(), Fixture.read("A1", "B2")) == ["A1x", "B2"])
      #expect(try await store.ids(RecordFilter(), Fixture.read(Fixture.city)) == ["A1x", "A2y", "B1x", "B2"])
      #expect(try await store.ids(RecordFilter(), Fixture.read("unknown")) == [])
      #expect(try await store.ids(RecordFilter(division: "A"), Fixture.read("A1", "B2")) == ["A1x"])
      #expect(try await store.ids(RecordFilter(division: "B"), Fixture.read("A")) == [])
      #expect(try await store.ticket("A1x", Fixture.read("A")) != nil)
      #expect(try await store.ticket("A1x", Fixture.read("B")) == nil)
      #expect(try await store.ticket("none", Fixture.read(Fixture.city)) == nil)
      let elsewhere = ReadContext(city: Fixture.city, scope: Scope(divisions: ["371100": ["A"]]))
      #expect(try await store.ids(RecordFilter(), elsewhere) == [])
      let counts = try await store.read(Fixture.read("B")) { snapshot in
        try snapshot.aggregate(AggregateQuery(Fixture.ticket, by: [.column("division")], measures: [.count]))
      }
      #expect(counts.map(\.group) == [["B1x"], ["B2"]])
      await #expect(throws: StoreError.unknownDivision(city: Fixture.city, code: "C")) {
        try await store.ids(RecordFilter(division: "C"))
      }
    }
  }

  @Test(arguments: Backend.all)
  func kindsOutOfScopeAreClosed(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await fill(store)
      let scope = Scope(kinds: ["firm"])
      let read = ReadContext(city: Fixture.city, scope: scope)
      #expect(try await store.ticket("A1x", read) == nil)
      await #expect(throws: StoreError.outOfScope(kind: "ticket", name: "*")) {
        try await store.ids(RecordFilter(), read)
      }
      #expect(try await store.changes(ChangeQuery(after: 0), read).changes == [])
      await #expect(throws: StoreError.outOfScope(kind: "ticket", name: Fixture.name(9))) {
        try await store.createTicket(9, division: "", [:], WriteContext(city: Fixture.city, scope: scope, actor: "a"))
      }
      let related = RecordFilter(predicate: .exists(RelatedRecords(Fixture.ticket, column: "title", equals: "name")))
      await #expect(throws: StoreError.outOfScope(kind: "ticket", name: "*")) {
        try await store.list(ListQuery(Fixture.firm, where: related), read)
      }
    }
  }

  @Test(arguments: Backend.all)
  func writesStayInTheirSubtree(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await fill(store)
      try await store.createTicket(1, division: "A1y", [:], Fixture.write("A"))
      await #expect(throws: StoreError.outOfScope(kind: "ticket", name: Fixture.name(2))) {
        try await store.createTicket(2, division: "B1x", [:], Fixture.write("A"))
      }
      await #expect(throws: StoreError.outOfScope(kind: "ticket", name: Fixture.name(2))) {
        try await store.createTicket(2, division: "", [:], Fixture.write("A"))
      }
      await #expect(throws: Missing.self) {
        try await store.updateTicket("B1x", division: "A1x", [:], Fixture.write("A"))
      }
      await #expect(throws: StoreError.outOfScope(kind: "ticket", name: Fixture.name("A1x"))) {
        try await store.updateTicket("A1x", division: "B1x", [:], Fixture.write("A"))
      }
      let foreign = try #require(try await store.ticket("B1x"))
      await #expect(throws: StoreError.outOfScope(kind: "ticket", name: foreign.name)) {
        try await store.write(Fixture.write("A")) { try $0.purge(foreign) }
      }
    }
  }

  @Test(arguments: Backend.all)
  func sideRowsHaveTheirOwnScope(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await fill(store)
      let side = SideRecord(kind: "ticket_caller", subject: Fixture.name("A1x"), division: "A1x", bytes: [7])
      try await store.write(Fixture.write("A")) { try $0.put(side) }
      let subject = side.subject
      #expect(try await store.read(Fixture.read("A")) { try $0.side("ticket_caller", subject: subject) } == side)
      #expect(try await store.read(Fixture.read("B")) { try $0.side("ticket_caller", subject: subject) } == nil)
      let noSides = ReadContext(city: Fixture.city, scope: Scope(kinds: ["ticket"]))
      #expect(try await store.read(noSides) { try $0.side("ticket_caller", subject: subject) } == nil)
      let refusal = StoreError.outOfScope(kind: "ticket_caller", name: subject)
      await #expect(throws: refusal) { try await store.write(Fixture.write("B")) { try $0.put(side) } }
      await #expect(throws: refusal) {
        try await store.write(Fixture.write("B")) { try $0.eraseSide("ticket_caller", subject: subject) }
      }
      #expect(try await store.write(Fixture.write) { try $0.eraseSide("ticket_caller", subject: subject) })
      #expect(try await store.write(Fixture.write) { try $0.eraseSide("ticket_caller", subject: subject) } == false)
      #expect(try await store.read(Fixture.read) { try $0.side("ticket_caller", subject: subject) } == nil)
    }
  }

  @Test(arguments: Backend.all)
  func aMovedDivisionTakesItsRecordsAlong(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await fill(store)
      let before = try await store.ticket("A1x")
      try await store.write(Fixture.write) { try $0.define(DivisionNode(code: "A1", parent: "B")) }
      #expect(try await store.ids(RecordFilter(division: "A")) == ["A2y"])
      #expect(try await store.ids(RecordFilter(division: "B")) == ["A1x", "B1x", "B2"])
      #expect(try await store.ids(RecordFilter(division: "A1")) == ["A1x"])
      #expect(try await store.ticket("A1x") == before)
      #expect(try await store.read(Fixture.read) { try $0.divisions().count } == Fixture.divisions.count)
    }
  }

  @Test(arguments: Backend.all)
  func impossibleDivisionsAreRefused(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await fill(store)
      @Sendable func define(_ code: String, _ parent: String?) async throws {
        try await store.write(Fixture.write) { try $0.define(DivisionNode(code: code, parent: parent)) }
      }
      await #expect(throws: StoreError.unknownDivision(city: Fixture.city, code: "Z")) { try await define("z", "Z") }
      for (code, parent) in [("A", "A1x"), ("A", "A"), ("", "A"), ("a/b", "A"), ("%", "A")] {
        await #expect {
          try await define(code, parent)
        } throws: { error in
          if case .invalidDivision? = error as? StoreError { true } else { false }
        }
      }
      await #expect(throws: StoreError.outOfScope(kind: "division", name: "B1")) {
        try await store.write(Fixture.write("A")) { try $0.define(DivisionNode(code: "B1", parent: "A")) }
      }
    }
  }
}
