internal import NIOCore

/// Counts PINGs that come too often, by the algorithm of gRPC's proposal A8. Time is given by the caller.
struct PingStrikes {
  /// What TCP keepalive would cost (RFC 1122 §4.2.3.6): always allowed.
  private static let intervalWithoutCalls = TimeAmount.hours(2)

  private let interval: TimeAmount
  private let permitsWithoutCalls: Bool
  private let maximum: Int
  private var strikes = 0
  private var lastValid: NIODeadline?

  init(_ keepalive: ServerKeepalive) {
    interval = TimeAmount(keepalive.minimumPingInterval)
    permitsWithoutCalls = keepalive.permitsPingsWithoutCalls
    maximum = keepalive.maximumPingStrikes
  }

  /// A PING came. `followsContent` where it may be there to measure the bandwidth; the slate is clean then, as the
  /// proposal has it for what the server sent. False once the connection should end.
  mutating func received(at now: NIODeadline, hasCalls: Bool, followsContent: Bool) -> Bool {
    if followsContent {
      strikes = 0
      lastValid = nil
    }
    let interval = hasCalls || permitsWithoutCalls ? interval : Self.intervalWithoutCalls
    if let lastValid, lastValid + interval > now {
      strikes += 1
    } else {
      lastValid = now
    }
    return strikes <= maximum
  }
}
