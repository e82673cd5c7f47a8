internal import RedSailStore
internal import Synchronization

/// A clock that tests set; store and services share it.
final class TestClock: Sendable {
  private let time: Mutex<Instant>

  /// Begins at 2025-06-01T08:00:00+08:00.
  init() {
    time = Mutex(Instant(seconds: 1_748_736_000, nanoseconds: 0))
  }

  var now: Instant { time.withLock { $0 } }

  func advance(seconds: Int64) {
    time.withLock { $0.microseconds += seconds * 1_000_000 }
  }
}
