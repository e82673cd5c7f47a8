internal import RedSailStore
internal import Testing

@Suite struct RecordTimeTests {
  /// A machine whose clock was set back over a restart gives no record a time before those that are there.
  @Test(arguments: Backend.all) func recordTimesNeverRunBackwards(backend: Backend) async throws {
    try await withDirectory { directory in
      let clock = TestClock()
      clock.advance(days: 10)
      let store = try backend.open(directory, Fixture.schema) { clock.now }
      let before = try await store.write(Fixture.write) { transaction in
        try transaction.define(DivisionNode(code: Fixture.city, parent: nil))
        return try transaction.create(Fixture.firm, name: "firms/1", division: Fixture.city, columns: [:]) { _ in [1] }
      }
      try await store.close()

      clock.advance(days: -10)
      let again = try backend.open(directory, Fixture.schema) { clock.now }
      let after = try await again.write(Fixture.write) { transaction in
        try transaction.create(Fixture.firm, name: "firms/2", division: Fixture.city, columns: [:]) { _ in [2] }
      }
      #expect(after.createTime >= before.createTime)
      try await again.close()
    }
  }
}
