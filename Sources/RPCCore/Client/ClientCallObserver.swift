internal import NIOCore
internal import Synchronization

/// Counts what one call of a client does and tells its interceptors when it has ended.
final class ClientCallObserver: Sendable {
  private struct State {
    var started: [any ClientInterceptor] = []
    var start = NIODeadline.now()
    var sent = MessageTally()
    var received = MessageTally()
    var isEnded = false
  }

  private let method: RPCMethod
  private let state = Mutex(State())

  init(method: RPCMethod) { self.method = method }

  /// Runs the interceptors; if one refuses the call, those before it are told that it has ended.
  func start(_ interceptors: [any ClientInterceptor], options: inout CallOptions) async throws(RPCError) {
    do throws(RPCError) {
      for interceptor in interceptors {
        try await interceptor.callWillStart(method, options: &options)
        state.withLock { $0.started.append(interceptor) }
      }
      state.withLock { $0.start = .now() }
    } catch {
      end(error)
      throw error
    }
  }

  func countSent(_ framed: ByteBuffer) {
    state.withLock { $0.sent.count(framed.readableBytes - MessageFramer.prefixLength) }
  }

  /// Counts a response as it came: observing a call does not decompress its messages.
  func countReceived(_ message: ReceivedMessage) {
    state.withLock { $0.received.count(message.bytes.readableBytes, isCompressed: message.isCompressed) }
  }

  /// Tells the interceptors, the first time it is called.
  func end(_ error: RPCError?) {
    let told = state.withLock { state -> ([any ClientInterceptor], ClientCallSummary)? in
      guard !state.isEnded else { return nil }
      state.isEnded = true
      let duration = Duration.nanoseconds((NIODeadline.now() - state.start).nanoseconds)
      return (
        state.started,
        ClientCallSummary(
          method: method,
          error: error,
          duration: duration,
          sent: state.sent,
          received: state.received
        )
      )
    }
    guard let (interceptors, summary) = told else { return }
    for interceptor in interceptors.reversed() { interceptor.callDidEnd(summary) }
  }
}
