internal import HTTP2Session
internal import NIOCore

/// What happens at its time rather than when something comes. The timer is set anew only to an earlier moment; one that
/// goes off too early asks again, which is cheaper than to move it with every byte.
extension ServerConnection {
  /// The socket is accepted: the time of the handshake runs.
  func accepted() {
    setTimer()
  }

  /// The peer's settings have come.
  func handshakeEnded() {
    rules.handshakeEnded()
    setTimer()
  }

  func updateLifetime() {
    guard rules.lifetime.isIdle != (session.openStreams == 0) else { return }
    if session.openStreams > 0 {
      rules.lifetime.callsBegan()
    } else {
      rules.lifetime.callsEnded(at: .now())
      setTimer()
    }
  }

  func updateStall(waiting: Int) {
    let due = rules.stall.due
    rules.stall.update(waiting: waiting, sent: session.sentBytes, now: .now())
    if rules.stall.due < due { setTimer() }
  }

  func pingReceived(followsContent: Bool) {
    // One end is enough, however many PINGs were read with the one that was too much.
    guard !session.isTerminated else { return }
    guard !rules.pings.received(at: .now(), hasCalls: session.openStreams > 0, followsContent: followsContent)
    else { return }
    report(.pings)
    session.terminate(.enhanceYourCalm, debug: "too_many_pings")
    setNeedsFlush()
  }

  func pingAcknowledged(_ number: UInt64) {
    guard number == HTTP2Session.shutdownPing else { return }
    rules.lifetime.announcementSeen(at: .now())
    setTimer()
  }

  func perform(_ action: ConnectionLifetime.Action) {
    switch action {
    case .announceEnd(let reason): session.shutDownGracefully(reason: reason.rawValue)
    case .takeNoMoreCalls: session.goAway()
    case .close: closeNow()
    }
    setNeedsFlush()
    setTimer()
  }

  // MARK: Timer

  func expire() {
    while let action = rules.check(at: .now()) {
      switch action {
      case .handshakeTimeOver:
        report(.handshakeTime)
        return close(SlowHandshake())
      case .ping:
        session.ping(Self.keepalivePing)
        setNeedsFlush()
      case .peerIsDead: return close(DeadPeer())
      case .stalled:
        report(.stallTime)
        return close(StalledPeer())
      case .lifetime(let action): perform(action)
      }
    }
    setTimer()
  }

  private func setTimer() {
    let due = rules.due
    guard !hasEnded, heapIndex == nil || due < expiry else { return }
    batch.cancel(self)
    expiry = due
    batch.schedule(self)
  }

  /// The opaque bytes of keepalive's PINGs.
  private static let keepalivePing: UInt64 = 0x6b_65_65_70
}

/// A peer makes a connection but does not go on to HTTP/2.
private struct SlowHandshake: Error, CustomStringConvertible {
  var description: String { "the handshake took too long" }
}

/// Nothing came after a PING.
private struct DeadPeer: Error, CustomStringConvertible {
  var description: String { "the peer did not answer a PING" }
}

/// The peer does not take what it asked for.
private struct StalledPeer: Error, CustomStringConvertible {
  var description: String { "the peer does not read what it asked for" }
}
