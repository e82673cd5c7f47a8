internal import NIOCore
internal import RPCCore

/// What a call has only where the service config gives its method a retry policy. On the loop only.
final class CallRetry {
  var state: RetryState
  var timer: Scheduled<Void>?
  /// Request bytes that are counted as kept.
  private var reserved = 0

  init(_ policy: ServiceConfig.RetryPolicy, maximumAttempts: Int) {
    state = RetryState(policy, maximumAttempts: maximumAttempts)
  }

  /// Counts the only request of a call as kept; false where it is too large, so that the call is not to be repeated.
  func reserve(_ request: ByteBuffer?, in core: ChannelCore) -> Bool {
    guard let request else { return true }
    let bytes = request.readableBytes
    guard bytes <= core.configuration.replayBytesPerCall,
      core.replayBytes + bytes <= core.configuration.replayBytes
    else { return false }
    reserved = bytes
    core.replayBytes += bytes
    return true
  }

  /// The request is not needed any more.
  func release(in core: ChannelCore) {
    core.replayBytes -= reserved
    reserved = 0
  }

  func end(in core: ChannelCore) {
    release(in: core)
    timer?.cancel()
    timer = nil
  }
}
