internal import NIOCore

/// How long a connection lives: gRPC's proposal A9 and the graceful shutdown of RFC 9113 §6.8. Time is given by the
/// caller.
///
/// It is open, until it is idle or old for too long or the server stops; then the peer is told that the end is near, then
/// which calls are the last ones, and it ends with them or with the grace period.
struct ConnectionLifetime {
  enum Reason: String {
    case maximumIdle = "max_idle"
    case maximumAge = "max_age"
    /// Of the whole server, which has a time limit of its own.
    case shutdown = ""
  }

  enum Action: Equatable {
    /// Send a first GOAWAY and a PING; the reason is told with the second one.
    case announceEnd(Reason)
    /// Send the second GOAWAY: the PING has not come back.
    case takeNoMoreCalls
    /// Calls in progress have had their time.
    case close
  }

  private enum Phase {
    case open
    case announced(Reason, at: NIODeadline)
    case ending(until: NIODeadline)
  }

  private let maximumIdle: TimeAmount?
  private let grace: TimeAmount?
  private let noticeTime: TimeAmount
  private let oldAt: NIODeadline
  private var phase = Phase.open
  private var idleSince: NIODeadline?

  /// `jitter` from −1 to 1 spreads the age by a tenth.
  init(_ configuration: ServerConfiguration, jitter: Double, now: NIODeadline) {
    maximumIdle = configuration.maximumConnectionIdle.map(TimeAmount.init)
    grace = configuration.maximumConnectionAgeGrace.map(TimeAmount.init)
    noticeTime = TimeAmount(configuration.keepalive.timeout)
    oldAt = configuration.maximumConnectionAge.map { now + TimeAmount($0 * (1 + jitter / 10)) } ?? .distantFuture
    idleSince = now
  }

  var isIdle: Bool { idleSince != nil }

  /// When to ask `check` next.
  var due: NIODeadline {
    switch phase {
    case .open: min(oldAt, idleEnd)
    case .announced(_, let time): time + noticeTime
    case .ending(let until): until
    }
  }

  private var idleEnd: NIODeadline {
    guard let idleSince, let maximumIdle else { return .distantFuture }
    return idleSince + maximumIdle
  }

  mutating func callsBegan() {
    idleSince = nil
  }

  mutating func callsEnded(at now: NIODeadline) {
    idleSince = now
  }

  /// The server stops.
  mutating func drain(at now: NIODeadline) -> Action? {
    guard case .open = phase else { return nil }
    return announce(.shutdown, at: now)
  }

  /// The PING after the first GOAWAY came back, and the second one has been sent.
  mutating func announcementSeen(at now: NIODeadline) {
    guard case .announced(let reason, _) = phase else { return }
    end(reason, at: now)
  }

  mutating func check(at now: NIODeadline) -> Action? {
    guard now >= due else { return nil }
    switch phase {
    case .open:
      return announce(now >= oldAt ? .maximumAge : .maximumIdle, at: now)
    case .announced(let reason, _):
      end(reason, at: now)
      return .takeNoMoreCalls
    case .ending:
      phase = .ending(until: .distantFuture)
      return .close
    }
  }

  private mutating func announce(_ reason: Reason, at now: NIODeadline) -> Action {
    phase = .announced(reason, at: now)
    return .announceEnd(reason)
  }

  private mutating func end(_ reason: Reason, at now: NIODeadline) {
    guard reason != .shutdown, let grace else { return phase = .ending(until: .distantFuture) }
    phase = .ending(until: now + grace)
  }
}
