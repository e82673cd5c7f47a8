internal import NIOCore

/// Finds out that a peer does not take what it asked for. Time is given by the caller.
struct WriteStall {
  private struct Mark {
    var position: Int
    /// Bytes that have to go out by then.
    var goal: Int
    var by: NIODeadline
  }

  /// One HTTP/2 frame of the default size: a byte now and then is no progress.
  private static let step = 16 * 1_024

  private let time: TimeAmount
  private var mark: Mark?

  init(time: TimeAmount) {
    self.time = time
  }

  /// When the peer has had its time.
  var due: NIODeadline { mark?.by ?? .distantFuture }

  /// As many bytes wait, and as many have gone out since the beginning (wrapping around); `now` is asked for only where
  /// it is needed.
  mutating func update(waiting: Int, sent: Int, now: @autoclosure () -> NIODeadline) {
    guard waiting > 0 else { return mark = nil }
    if let mark, sent &- mark.position < mark.goal { return }
    mark = Mark(position: sent, goal: min(waiting, Self.step), by: now() + time)
  }

  /// True where the peer has not taken enough in its time.
  func hasPassed(at now: NIODeadline) -> Bool { now >= due }
}
