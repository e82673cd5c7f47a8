internal import NIOCore

extension ChannelCore {
  /// Looks once in each idle timeout whether there were any calls since: so calls pay for no timer and no clock.
  func startIdleTimer() {
    guard idleTimer == nil else { return }
    let timeout = TimeAmount(configuration.idleTimeout)
    hasBegunCalls = activeCalls > 0
    idleTimer = batch.loop.scheduleRepeatedTask(initialDelay: timeout, delay: timeout) { _ in
      guard !self.hasBegunCalls, self.activeCalls == 0 else { return self.hasBegunCalls = false }
      self.enterIdle()
    }
  }

  private func enterIdle() {
    idleTimer?.cancel()
    idleTimer = nil
    guard !isClosed else { return }
    stopConnecting()
    connectivity.set(.idle)
  }
}
