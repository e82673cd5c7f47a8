internal import RPCCore
internal import RedSailAPI
internal import Synchronization

/// Sends what the two halves of a sync have to say, one message at a time and in the order in which they ask.
final class SyncWriter: Sendable {
  private struct State {
    var isWriting = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let responses: ResponseWriter<SyncTicketsResponse>
  private let state = Mutex(State())

  init(_ responses: ResponseWriter<SyncTicketsResponse>) {
    self.responses = responses
  }

  /// Sends a message; waits while the peer does not take those before it.
  func write(_ response: SyncTicketsResponse) async throws {
    // Whoever writes ends with the call at the latest, and lets the next one go on: this wait needs no cancellation.
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.isWriting else {
          state.isWriting = true
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
    defer { passOn() }
    try await responses.write(response)
  }

  private func passOn() {
    let next = state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isWriting = false
        return nil as CheckedContinuation<Void, Never>?
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
