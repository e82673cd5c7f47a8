internal import NIOCore
internal import RPCCore

/// Gives unary calls their default deadline and repeats them as the policy says.
///
/// It repeats the encoded request, so the `request_id` that the generated client put in stays the same.
struct RetryingChannel: RPCChannel {
  let channel: any RPCChannel
  let timeout: Duration
  let policy: RetryPolicy

  init(_ channel: any RPCChannel, timeout: Duration, policy: RetryPolicy) {
    self.channel = channel
    self.timeout = timeout
    self.policy = policy
  }

  func unary(
    _ method: RPCMethod,
    request: ByteBuffer,
    options: CallOptions
  ) async throws(RPCError) -> ClientReply {
    var options = options
    options.deadline = options.effectiveDeadline(defaultTimeout: timeout)
    options.timeout = nil
    var attempt = 1
    while true {
      do throws(RPCError) {
        return try await channel.unary(method, request: request, options: options)
      } catch {
        guard error.code == .unavailable, method.idempotency != .unknown, attempt < policy.maximumAttempts,
          try await policy.wait(before: attempt, deadline: options.deadline)
        else { throw error }
      }
      attempt += 1
    }
  }

  /// A stream has no default deadline and is not repeated here: what it has sent or yielded only its user knows.
  func makeStream(_ method: RPCMethod, request: ByteBuffer?, options: CallOptions) -> any ClientStream {
    channel.makeStream(method, request: request, options: options)
  }
}
