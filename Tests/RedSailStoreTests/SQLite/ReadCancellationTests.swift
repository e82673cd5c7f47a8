internal import Dispatch
internal import Synchronization
internal import Testing

@testable internal import RedSailStore

@Suite struct ReadCancellationTests {
  /// A read whose caller goes while it waits is not run: callers that come back again and again must not make all others
  /// wait for answers that nobody takes.
  @Test(.timeLimit(.minutes(1))) func aReadThatNobodyWaitsForIsNotRun() async throws {
    try await withDirectory { directory in
      var configuration = SQLiteConfiguration()
      configuration.reportConnections = 1
      let store = try SQLiteStore(directory: directory, schema: Fixture.schema, configuration: configuration)
      let context = ReadContext(city: Fixture.city, scope: .all, lane: .report)
      let gate = DispatchSemaphore(value: 0)
      let ran = Mutex(false)

      async let first: Void = withCheckedContinuation { started in
        Task {
          try await store.read(context) { _ in
            started.resume()
            gate.wait()
          }
        }
      }
      await first
      let second = Task {
        try await store.read(context) { _ in ran.withLock { $0 = true } }
      }
      second.cancel()
      gate.signal()
      await #expect(throws: CancellationError.self) { try await second.value }
      #expect(!ran.withLock { $0 })
      try await store.close()
    }
  }
}
