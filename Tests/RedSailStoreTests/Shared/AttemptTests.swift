internal import RedSailStore
internal import Testing

/// Parts of a transaction that are undone while the rest stands.
@Suite struct AttemptTests {
  private struct Refused: Error {}

  private static func create(_ number: Int, in transaction: any StoreTransaction) throws -> Record {
    try transaction.create(Fixture.firm, name: Fixture.name(number), division: "A1x", columns: [:]) { _ in [1] }
  }

  @Test(arguments: Backend.all)
  func whatAnAttemptWroteIsGoneWithItsError(_ backend: Backend) async throws {
    try await backend.withStore { store in
      try await store.defineDivisions()
      let kept = try await store.write(Fixture.write) { transaction in
        let first = try Self.create(1, in: transaction)
        #expect(throws: Refused.self) {
          try transaction.attempt {
            _ = try Self.create(2, in: transaction)
            try transaction.define(DivisionNode(code: "new", parent: "A"))
            #expect(try transaction.record(Fixture.firm, named: Fixture.name(2)) != nil)
            throw Refused()
          }
        }
        #expect(try transaction.record(Fixture.firm, named: Fixture.name(2)) == nil)
        let third = try transaction.attempt { try Self.create(3, in: transaction) }
        // The number that was taken back is used again: the feed has no gap and no entry of what never was.
        #expect(third.revision == first.revision + 1)
        return [first, third]
      }
      #expect(try await store.records(Fixture.firm, named: kept.map(\.name), Fixture.read) == kept)
      let changes = try await store.changes(ChangeQuery(after: kept[0].revision - 1, kinds: ["firm"]), Fixture.read)
      #expect(changes.changes.map(\.name) == [Fixture.name(1), Fixture.name(3)])
      let divisions = try await store.read(Fixture.read) { try $0.divisions() }
      #expect(!divisions.contains { $0.code == "new" })
    }
  }
}
