internal import Synchronization

/// The addresses of a server, for which several tasks may wait.
final class BoundAddresses: Sendable {
  private struct State {
    var result: Result<[SocketTarget], any Error>?
    var waiters: [UnsafeContinuation<[SocketTarget], any Error>] = []
  }

  private let state = Mutex(State())

  func complete(_ result: Result<[SocketTarget], any Error>) {
    let waiters = state.withLock { state in
      state.result = result
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume(with: result) }
  }

  func value() async throws -> [SocketTarget] {
    try await withUnsafeThrowingContinuation { continuation in
      let result = state.withLock { state in
        if state.result == nil { state.waiters.append(continuation) }
        return state.result
      }
      if let result { continuation.resume(with: result) }
    }
  }
}
