internal import RedSailStore

/// What ends a stream's wait for changes.
enum ChangeWake: Sendable {
  /// There are new changes.
  case changed
  /// The time is over.
  case silent
  /// The server drains.
  case draining
  /// The stream's other half has ended.
  case ended
}

extension ServiceEnvironment {
  /// Waits for a change of a city; costs nothing meanwhile.
  ///
  /// - Parameters:
  ///   - revision: The last one that is known.
  ///   - due: When the wait ends without a change.
  ///   - end: Begins when the wait shall end because something else has.
  func waitForChange(
    of city: String,
    beyond revision: Revision,
    until due: ContinuousClock.Instant,
    orEnd end: ServiceDrain? = nil
  ) async throws -> ChangeWake {
    try await withThrowingTaskGroup(of: ChangeWake.self) { group in
      group.addTask {
        do {
          _ = try await store.waitForRevision(of: city, beyond: revision)
          return .changed
        } catch let error as StoreError {
          throw Failure.store(error)
        }
      }
      group.addTask {
        try await Task.sleep(until: due, clock: .continuous)
        return .silent
      }
      group.addTask {
        await drain.wait()
        return drain.isDraining ? .draining : .silent
      }
      if let end {
        group.addTask {
          await end.wait()
          return end.isDraining ? .ended : .silent
        }
      }
      defer { group.cancelAll() }
      return try await group.next() ?? .silent
    }
  }
}
