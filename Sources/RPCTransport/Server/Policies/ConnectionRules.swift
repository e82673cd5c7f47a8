internal import NIOCore

/// All that a server's connection does at its time. Time is given by the caller.
struct ConnectionRules {
  enum Action: Equatable {
    case handshakeTimeOver
    case ping
    case peerIsDead
    case stalled
    case lifetime(ConnectionLifetime.Action)
  }

  var pings: PingStrikes
  var keepalive: KeepaliveWatch
  var lifetime: ConnectionLifetime
  var stall: WriteStall
  private var handshakeBy: NIODeadline

  /// `jitter` from −1 to 1 spreads the age of connections.
  init(_ configuration: ServerConfiguration, jitter: Double, now: NIODeadline) {
    pings = PingStrikes(configuration.keepalive)
    keepalive = KeepaliveWatch(
      time: TimeAmount(configuration.keepalive.time),
      timeout: TimeAmount(configuration.keepalive.timeout),
      now: now
    )
    lifetime = ConnectionLifetime(configuration, jitter: jitter, now: now)
    stall = WriteStall(time: TimeAmount(configuration.limits.stallTime))
    handshakeBy = now + TimeAmount(configuration.limits.handshakeTime)
  }

  /// When to ask `check` next.
  var due: NIODeadline {
    // Before the handshake is over nothing else can be said to the peer.
    guard handshakeBy == .distantFuture else { return handshakeBy }
    return min(keepalive.due, lifetime.due, stall.due)
  }

  /// The peer's settings have come.
  mutating func handshakeEnded() {
    handshakeBy = .distantFuture
  }

  /// What is to be done now; to be asked until there is nothing more.
  mutating func check(at now: NIODeadline) -> Action? {
    guard now >= due else { return nil }
    guard handshakeBy == .distantFuture else { return .handshakeTimeOver }
    if stall.hasPassed(at: now) { return .stalled }
    switch keepalive.check(at: now) {
    case .close: return .peerIsDead
    case .ping: return .ping
    case nil: return lifetime.check(at: now).map(Action.lifetime)
    }
  }
}
