internal import RedSailStore
internal import Synchronization

/// A clock that stands until it is told to go on.
final class TestClock: Sendable {
  private let time = Mutex(Instant(seconds: 1_735_689_600, nanoseconds: 0))

  var now: Instant {
    time.withLock { $0 }
  }

  func advance(days: Int64) {
    time.withLock { $0 = $0.adding(days: days) }
  }

  func advance(minutes: Int64) {
    time.withLock { $0 = Instant(microseconds: $0.microseconds + minutes * 60_000_000) }
  }
}
