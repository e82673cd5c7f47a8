internal import Synchronization

/// The initial metadata of a client's call, which several tasks may wait for.
public typealias InitialMetadata = Eventual<Metadata>

/// A value that comes once, or an error in its place, and that several tasks may wait for.
public final class Eventual<Value: Sendable>: Sendable {
  private typealias Waiter = UnsafeContinuation<Result<Value, RPCError>, Never>

  private struct State {
    var result: Result<Value, RPCError>?
    var waiters: [UInt64: Waiter] = [:]
    var nextID: UInt64 = 0
  }

  private let state = Mutex(State())

  /// Not there yet.
  public init() {}

  /// It came, or it is known that it never will; the first result stays.
  public func complete(_ result: Result<Value, RPCError>) {
    let waiters = state.withLock { state -> [UInt64: Waiter] in
      guard state.result == nil else { return [:] }
      state.result = result
      defer { state.waiters = [:] }
      return state.waiters
    }
    for waiter in waiters.values { waiter.resume(returning: result) }
  }

  /// Waits for it. If the task is cancelled, throws CANCELLED.
  public func value() async throws(RPCError) -> Value {
    let (known, id) = state.withLock { state in
      state.nextID += 1
      return (state.result, state.nextID)
    }
    if let known { return try known.get() }
    let cancelled = RPCError(code: .cancelled, message: "the waiting task was cancelled")
    let result = await withTaskCancellationHandler {
      await withUnsafeContinuation { (continuation: Waiter) in
        let result = state.withLock { state -> Result<Value, RPCError>? in
          if let result = state.result { return result }
          if Task.isCancelled { return .failure(cancelled) }
          state.waiters[id] = continuation
          return nil
        }
        if let result { continuation.resume(returning: result) }
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
      waiter?.resume(returning: .failure(cancelled))
    }
    return try result.get()
  }
}
