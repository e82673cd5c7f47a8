internal import NIOCore

/// When to send the PINGs of gRFC A8: measured from the last byte that came, not while there are no calls (unless asked
/// for), and at once when a call begins after a silence. A value without I/O.
struct KeepaliveState: Sendable {
  enum Step: Sendable, Hashable {
    /// Look again at this time.
    case wait(until: NIODeadline)
    /// Send a PING, and look again at this time.
    case ping(until: NIODeadline)
    /// Nothing until a call begins.
    case sleep
    /// The server is gone.
    case close
  }

  private let time: TimeAmount
  private let timeout: TimeAmount
  private let withoutCalls: Bool
  /// When a PING was sent that nothing has come after yet.
  private var pingedAt: NIODeadline?
  private(set) var isSleeping = false

  init(_ keepalive: Keepalive, minimumTime: Duration) {
    time = TimeAmount(max(keepalive.time, minimumTime))
    timeout = TimeAmount(keepalive.timeout)
    withoutCalls = keepalive.withoutCalls
  }

  /// The time for a look has come, or a call begins while this sleeps.
  mutating func look(at now: NIODeadline, lastRead: NIODeadline, hasCalls: Bool) -> Step {
    isSleeping = false
    if let pinged = pingedAt {
      if lastRead <= pinged {
        return now >= pinged + timeout ? .close : .wait(until: min(pinged + timeout, now + time))
      }
      pingedAt = nil
    }
    guard now >= lastRead + time else { return .wait(until: lastRead + time) }
    guard hasCalls || withoutCalls else {
      isSleeping = true
      return .sleep
    }
    pingedAt = now
    // The answer may have come long before the timeout, which may be the longer time.
    return .ping(until: now + min(timeout, time))
  }
}
