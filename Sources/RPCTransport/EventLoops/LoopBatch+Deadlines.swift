internal import NIOCore

extension LoopBatch {
  /// Calls `expire` of an entry at its moment, unless it is cancelled before. Loop only.
  func schedule(_ entry: any Expiring) {
    guard entry.expiry != .distantFuture else { return }
    deadlines.insert(entry)
    arm()
  }

  /// Forgets an entry. Loop only.
  func cancel(_ entry: any Expiring) {
    // The timer stays: to fire once for nothing is cheaper than to set it anew for each call.
    deadlines.remove(entry)
  }

  private func arm() {
    guard let first = deadlines.first else { return }
    if let timer = deadlineTimer {
      guard first.expiry < timer.at else { return }
      timer.task.cancel()
    }
    deadlineTimer = (first.expiry, loop.scheduleTask(deadline: first.expiry) { self.expirePassed() })
  }

  private func expirePassed() {
    deadlineTimer = nil
    let now = NIODeadline.now()
    while let first = deadlines.first, first.expiry <= now {
      deadlines.remove(first)
      first.expire()
    }
    arm()
  }
}
