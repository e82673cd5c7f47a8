internal import HTTP2Session
internal import NIOCore
internal import RPCCore

extension ClientCall {
  /// Streams after which a call that the server has never seen fails. A6 asks for one more try at least; servers that still
  /// clean up after an ended stream refuse the next one now and then (grpcio at its stream limit), so that one is too few.
  private static let maximumRefusals = 5

  /// The server, or the way to it, has ended the attempt: by the service config another one may follow.
  func attemptEnded(_ status: Status, _ metadata: Metadata, resetting: Bool) {
    if status.code == .ok {
      core.throttle?.succeeded()
    } else if let retry, !core.isClosed {
      let wait = retry.state.attemptFailed(
        status.code,
        pushback: RetryPushback(metadata),
        throttle: &core.throttle,
        isCommitted: !isBeforeResponse || !isReplayable,
        random: .random(in: -1...1)
      )
      if let wait { return restart(after: TimeAmount(wait), retry) }
    }
    finish(status, metadata, resetting: resetting, isLocal: false)
  }

  /// Begins anew where the server has seen nothing of the call (RFC 9113 §8.7): no policy is asked, and it does not count
  /// as an attempt. False where that is not possible.
  func restartUnseen() -> Bool {
    guard isBeforeResponse, isReplayable, refusals < Self.maximumRefusals, !core.isClosed else { return false }
    refusals += 1
    leaveStream()
    phase = .waiting
    core.start(self)
    return true
  }

  private func restart(after wait: TimeAmount, _ retry: CallRetry) {
    leaveStream()
    phase = .backingOff
    previousAttempts = retry.state.attempts - 1
    retry.timer = core.batch.loop.scheduleTask(in: wait) {
      guard self.phase == .backingOff else { return }
      self.phase = .waiting
      self.core.start(self)
    }
  }

  private var isBeforeResponse: Bool {
    switch phase {
    case .open(_, _, .head), .waiting: true
    default: false
    }
  }

  /// What the old stream still brings is not for the call any more.
  private func leaveStream() {
    if case .open(let connection, let stream, _) = phase {
      stream.context = nil
      connection.session.reset(stream, .cancel)
      connection.setNeedsFlush()
    }
    willRestart()
  }
}
