import RedSailStore
import Synchronization

/// A clock that stands still until a test moves it; the store and the services share it.
final class TestClock: Sendable {
  private let state: Mutex<Instant>

  init(_ text: String) throws {
    state = Mutex(try Instant(shanghai: text))
  }

  var now: Instant { state.withLock { $0 } }

  func set(_ text: String) throws {
    let time = try Instant(shanghai: text)
    state.withLock { $0 = time }
  }
}
