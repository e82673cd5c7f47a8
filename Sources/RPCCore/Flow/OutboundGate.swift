internal import Synchronization

/// Holds back the writers of one direction of a call while the peer does not take what was written.
///
/// A writer passes while fewer than `limit` bytes are outstanding (so one message may exceed the limit), and otherwise
/// waits until the transport reports bytes as gone. Writers pass in the order in which they came.
public final class OutboundGate: Sendable {
  fileprivate struct Waiter {
    let id: UInt64
    let bytes: Int
    let continuation: UnsafeContinuation<Result<Void, RPCError>, Never>
  }

  fileprivate struct State {
    var outstanding = 0
    var waiters: [Waiter] = []
    var nextID: UInt64 = 0
    var closed: RPCError?
  }

  /// How many bytes may be outstanding before writers wait.
  public let limit: Int
  private let state = Mutex(State())

  /// A gate that lets 64 KiB be outstanding unless told otherwise: HTTP/2's default window.
  public init(limit: Int = 65_536) { self.limit = limit }

  /// Waits for room, then counts `bytes` as outstanding. Throws CANCELLED if the task is cancelled meanwhile, or the
  /// error with which the gate was closed.
  public func acquire(_ bytes: Int) async throws(RPCError) {
    if let result = state.withLock({ $0.tryAcquire(bytes, limit: limit) }) { return try result.get() }
    let id = state.withLock { state -> UInt64 in
      state.nextID += 1
      return state.nextID
    }
    let result = await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        let result = state.withLock { state -> Result<Void, RPCError>? in
          if let result = state.tryAcquire(bytes, limit: limit) { return result }
          if Task.isCancelled { return .failure(RPCError(code: .cancelled, message: "the writing task was cancelled")) }
          state.waiters.append(Waiter(id: id, bytes: bytes, continuation: continuation))
          return nil
        }
        if let result { continuation.resume(returning: result) }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
      }
      waiter?.continuation.resume(
        returning: .failure(RPCError(code: .cancelled, message: "the writing task was cancelled"))
      )
    }
    try result.get()
  }

  /// Counts `bytes` as outstanding if a writer may pass now; false if it would have to wait.
  public func tryAcquire(_ bytes: Int) throws(RPCError) -> Bool {
    guard let result = state.withLock({ $0.tryAcquire(bytes, limit: limit) }) else { return false }
    try result.get()
    return true
  }

  /// Reports that the peer's side took `bytes`; writers for whom there is room now go on.
  public func release(_ bytes: Int) {
    let passed = state.withLock { state -> [Waiter] in
      state.outstanding -= bytes
      var count = 0
      while count < state.waiters.count, state.outstanding < limit {
        state.outstanding += state.waiters[count].bytes
        count += 1
      }
      guard count > 0 else { return [] }
      defer { state.waiters.removeFirst(count) }
      return Array(state.waiters.prefix(count))
    }
    for waiter in passed { waiter.continuation.resume(returning: .success(())) }
  }

  /// Ends the direction: writers that wait, and all that come, get the error.
  public func close(_ error: RPCError) {
    let waiters = state.withLock { state -> [Waiter] in
      guard state.closed == nil else { return [] }
      state.closed = error
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.continuation.resume(returning: .failure(error)) }
  }

  /// The bytes that writers were let through with and that have not been reported as gone.
  public var outstanding: Int { state.withLock { $0.outstanding } }
}

extension OutboundGate.State {
  fileprivate mutating func tryAcquire(_ bytes: Int, limit: Int) -> Result<Void, RPCError>? {
    if let closed { return .failure(closed) }
    guard waiters.isEmpty, outstanding < limit else { return nil }
    outstanding += bytes
    return .success(())
  }
}
