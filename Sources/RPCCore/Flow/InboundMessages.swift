internal import NIOCore
internal import Synchronization

/// The messages of one direction of a call between the transport, which puts them in, and the one task that takes them out.
///
/// A transport gives the peer new credit only for what has been taken, so the queue stays as short as the window.
public final class InboundMessages: Sendable {
  /// What a reader gets: a message, nil at the end of the stream, or the error that ended it.
  public typealias Element = Result<ReceivedMessage?, RPCError>

  fileprivate struct State {
    var queue = CircularBuffer<ReceivedMessage>()
    var end: Result<Void, RPCError>?
    var reader: UnsafeContinuation<Element, Never>?
  }

  private let state = Mutex(State())

  /// An empty, open queue.
  public init() {}

  /// Puts in one message (without its length prefix); dropped if the queue has ended.
  public func push(_ message: ReceivedMessage) {
    let reader = state.withLock { state -> UnsafeContinuation<Element, Never>? in
      guard state.end == nil else { return nil }
      if let reader = state.reader.take() { return reader }
      state.queue.append(message)
      return nil
    }
    reader?.resume(returning: .success(message))
  }

  /// Ends the stream in good order: the reader gets what is queued, then nil.
  public func finish() {
    let reader = state.withLock { state -> UnsafeContinuation<Element, Never>? in
      guard state.end == nil else { return nil }
      state.end = .success(())
      return state.reader.take()
    }
    reader?.resume(returning: .success(nil))
  }

  /// Ends the stream with an error. With `discardingQueue` (a cancelled call) the reader gets it at once, otherwise
  /// after what is queued (a status that came behind messages). The first error stays; it still overrides a good end.
  public func fail(_ error: RPCError, discardingQueue: Bool) {
    let reader = state.withLock { state -> UnsafeContinuation<Element, Never>? in
      if case .failure = state.end { return nil }
      state.end = .failure(error)
      if discardingQueue { state.queue.removeAll() }
      return state.reader.take()
    }
    reader?.resume(returning: .failure(error))
  }

  /// The next message; nil at the end. Only one task may wait at a time: a second one gets FAILED_PRECONDITION.
  ///
  /// If the waiting task is cancelled, `onCancel` runs (a client cancels its call there) and the reader gets CANCELLED.
  public func next(onCancel: @Sendable () -> Void = {}) async -> Element {
    if let element = state.withLock({ $0.take() }) { return element }
    return await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        let element = state.withLock { state -> Element? in
          if let element = state.take() { return element }
          if Task.isCancelled { return .failure(RPCError(code: .cancelled, message: "the reading task was cancelled")) }
          guard state.reader == nil else {
            return .failure(RPCError(code: .failedPrecondition, message: "another task is reading this stream"))
          }
          state.reader = continuation
          return nil
        }
        if let element { continuation.resume(returning: element) }
      }
    } onCancel: {
      onCancel()
      let reader = state.withLock { $0.reader.take() }
      reader?.resume(returning: .failure(RPCError(code: .cancelled, message: "the reading task was cancelled")))
    }
  }

  /// The number of messages waiting to be taken.
  public var count: Int { state.withLock { $0.queue.count } }
}

extension InboundMessages.State {
  fileprivate mutating func take() -> InboundMessages.Element? {
    if let message = queue.popFirst() { return .success(message) }
    return end.map { $0.map { nil } }
  }
}
