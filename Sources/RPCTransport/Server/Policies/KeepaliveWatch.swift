internal import NIOCore

/// When to send PINGs to find out that a peer is gone, and when to believe it: gRPC's proposals A8 and A9. Time is given
/// by the caller.
struct KeepaliveWatch {
  enum Action {
    case ping
    /// Nothing came for too long after a PING.
    case close
  }

  private let time: TimeAmount
  private let timeout: TimeAmount
  private var lastReceived: NIODeadline
  private var pinged: NIODeadline?

  init(time: TimeAmount, timeout: TimeAmount, now: NIODeadline) {
    self.time = time
    self.timeout = timeout
    lastReceived = now
  }

  /// When to ask `check` next; earlier than needed where something was received since.
  var due: NIODeadline {
    pinged.map { $0 + timeout } ?? lastReceived + time
  }

  /// Bytes came, whatever they mean: the peer lives.
  mutating func received(at now: NIODeadline) {
    lastReceived = now
    pinged = nil
  }

  mutating func check(at now: NIODeadline) -> Action? {
    guard now >= due else { return nil }
    guard pinged == nil else { return .close }
    pinged = now
    return .ping
  }
}
