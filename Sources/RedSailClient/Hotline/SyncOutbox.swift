internal import Synchronization

/// What a sync has to send, in order, and what of it has no result yet: that is sent again when the stream breaks.
final class SyncOutbox: Sendable {
  /// The most messages without a result; whoever sends more waits.
  static let capacity = 64

  private struct State {
    var unanswered: [SyncTicketsRequest] = []
    /// How many of them have gone over the present stream.
    var sentCount = 0
    var sequence: Int64 = 0
    /// Counts the streams: what belongs to an older one sends no more.
    var stream = 0
    var cursor: String
    var hasNewCursor = false
    var isFinished = false
    var version = 0
    var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    var nextWaiter = 0
  }

  private enum Step {
    case send(SyncTicketsRequest)
    case over
    case wait(version: Int)
  }

  private let state: Mutex<State>

  init(cursor: String) { state = Mutex(State(cursor: cursor)) }

  /// The last cursor that was acknowledged.
  var cursor: String { state.withLock { $0.cursor } }

  /// Takes a message in and gives it its number; waits while too many have no result.
  func add(_ content: SyncTicketsRequest.Content) async throws(RPCError) -> Int64 {
    while true {
      if Task.isCancelled { throw RPCError(code: .cancelled, message: "the task that sends was cancelled") }
      let (sequence, version): (Int64?, Int) = change { state in
        guard state.unanswered.count < Self.capacity, !state.isFinished else { return (nil, state.version + 1) }
        state.sequence += 1
        let sequence = state.sequence
        state.unanswered.append(
          .with {
            $0.sequence = sequence
            $0.content = content
          }
        )
        return (sequence, state.version)
      }
      if let sequence { return sequence }
      if state.withLock({ $0.isFinished }) {
        throw RPCError(code: .failedPrecondition, message: "the sync was told that no more messages come")
      }
      await wait(since: version)
    }
  }

  func acknowledge(_ cursor: String) {
    change { state in
      state.cursor = cursor
      state.hasNewCursor = true
    }
  }

  func finish() { change { $0.isFinished = true } }

  /// Begins a new stream, over which all that has no result is sent again.
  func begin() -> Int {
    change { state in
      state.sentCount = 0
      state.hasNewCursor = false
      state.stream += 1
      return state.stream
    }
  }

  /// Takes note of a result. They come in the order of the messages.
  func answered(_ sequence: Int64) {
    change { state in
      let count = state.unanswered.prefix { $0.sequence <= sequence }.count
      state.unanswered.removeFirst(count)
      state.sentCount = max(0, state.sentCount - count)
    }
  }

  /// The next message of a stream; waits for one. Nil once there are no more, or the stream is not the present one.
  func next(of stream: Int) async -> SyncTicketsRequest? {
    while true {
      let step: Step = state.withLock { state in
        if state.stream != stream || Task.isCancelled { return .over }
        if state.hasNewCursor {
          state.hasNewCursor = false
          return .send(.with { [cursor = state.cursor] in $0.content = .acknowledgedCursor(cursor) })
        }
        if state.sentCount < state.unanswered.count {
          state.sentCount += 1
          return .send(state.unanswered[state.sentCount - 1])
        }
        return state.isFinished ? .over : .wait(version: state.version)
      }
      switch step {
      case .send(let request): return request
      case .over: return nil
      case .wait(let version): await wait(since: version)
      }
    }
  }

  @discardableResult
  private func change<Answer: Sendable>(_ body: (inout State) -> Answer) -> Answer {
    let (answer, waiters) = state.withLock { state in
      let answer = body(&state)
      state.version += 1
      defer { state.waiters = [:] }
      return (answer, Array(state.waiters.values))
    }
    for waiter in waiters { waiter.resume() }
    return answer
  }

  /// Waits until something has changed since a version, or the task is cancelled.
  private func wait(since version: Int) async {
    let id = state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.version != version || Task.isCancelled { return true }
          state.waiters[id] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
    }
  }
}
