/// Lets so many tests at a time have a database open; the others wait their turn. All tests begin at once, and a process
/// with thousands of open files cannot start another one reliably.
actor TestTurns {
  static let shared = TestTurns(16)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private init(_ count: Int) { free = count }

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
