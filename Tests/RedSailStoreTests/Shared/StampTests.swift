internal import RedSailStore
internal import Testing

/// Stamps, ancestry and the view without narrowing: what holds for everybody.
@Suite struct StampTests {
  private static let narrow = Fixture.read("A1")

  private func withDivisions(_ backend: Backend, _ body: (any Store) async throws -> Void) async throws {
    try await backend.withStore { store in
      try await store.write(Fixture.write) { for node in Fixture.divisions { try $0.define(node) } }
      try await body(store)
    }
  }

  @Test(arguments: Backend.all) func aStampIsRenewedWithItsTransactionAndNeverComesAgain(backend: Backend) async throws
  {
    try await withDivisions(backend) { store in
      func stamp(_ context: ReadContext) async throws -> [UInt8] {
        try await store.read(context) { try $0.stamp("rules") }
      }
      #expect(try await stamp(Fixture.read).isEmpty)
      let first = try await store.write(Fixture.write) { transaction in
        try transaction.renewStamp("rules")
        return try transaction.stamp("rules")
      }
      #expect(!first.isEmpty)
      #expect(try await stamp(Fixture.read) == first)
      #expect(try await stamp(Self.narrow) == first)
      #expect(try await stamp(ReadContext(city: "371100", scope: .all)).isEmpty)
      #expect(try await store.read(Fixture.read) { try $0.stamp("others") }.isEmpty)
      await #expect(throws: StoreError.self) {
        try await store.write(Fixture.write) { transaction in
          try transaction.renewStamp("rules")
          try transaction.define(DivisionNode(code: "Z", parent: "nowhere"))
        }
      }
      #expect(try await stamp(Fixture.read) == first)
      try await store.write(Fixture.write) { try $0.renewStamp("rules") }
      #expect(try await stamp(Fixture.read) != first)
    }
  }

  @Test(arguments: Backend.all) func ancestryFollowsTheParentsAndTheOwnChanges(backend: Backend) async throws {
    try await withDivisions(backend) { store in
      #expect(try await store.read(Self.narrow) { try $0.ancestry(of: "B2x") } == ["B2x", "B2", "B", "370800"])
      #expect(try await store.read(Fixture.read) { try $0.ancestry(of: "") }.isEmpty)
      await #expect(throws: StoreError.unknownDivision(city: "370800", code: "Z")) {
        try await store.read(Fixture.read) { try $0.ancestry(of: "Z") }
      }
      let moved = try await store.write(Fixture.write) { transaction in
        try transaction.define(DivisionNode(code: "B2", parent: "A"))
        return try transaction.ancestry(of: "B2x")
      }
      #expect(moved == ["B2x", "B2", "A", "370800"])
      #expect(try await store.read(Fixture.read) { try $0.ancestry(of: "B2x") } == moved)
    }
  }

  @Test(arguments: Backend.all) func theViewWithoutNarrowingSeesEverything(backend: Backend) async throws {
    try await withDivisions(backend) { store in
      _ = try await store.write(Fixture.write) { transaction in
        try transaction.create(Fixture.firm, name: "firms/b", division: "B", columns: [:]) { _ in [1] }
      }
      let (own, all) = try await store.read(Self.narrow) { snapshot in
        (
          try snapshot.count(Fixture.firm, where: .init()),
          try snapshot.unnarrowed().count(Fixture.firm, where: .init())
        )
      }
      #expect(own == 0)
      #expect(all == 1)
      let write = WriteContext(city: Fixture.city, scope: Self.narrow.scope, actor: "agency/test")
      let seen = try await store.write(write) { try $0.unnarrowed().record(Fixture.firm, named: "firms/b") }
      #expect(seen?.division == "B")
    }
  }
}
