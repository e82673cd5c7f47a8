internal import NIOCore
internal import Synchronization

/// A streaming call that begins once its interceptors have let it pass.
final class InterceptedStream: ClientStream {
  private struct State {
    var stream: (any ClientStream)?
    var hasFinishedSending = false
    var isCancelled = false
  }

  private let observer: ClientCallObserver
  private let state: Mutex<State>
  private let opening: Task<Result<any ClientStream, RPCError>, Never>

  init(
    _ method: RPCMethod,
    request: ByteBuffer?,
    options: CallOptions,
    channel: any RPCChannel,
    interceptors: [any ClientInterceptor]
  ) {
    let observer = ClientCallObserver(method: method)
    self.observer = observer
    state = Mutex(State())
    opening = Task {
      var options = options
      do throws(RPCError) {
        try await observer.start(interceptors, options: &options)
      } catch {
        return .failure(error)
      }
      if let request { observer.countSent(request) }
      return .success(channel.makeStream(method, request: request, options: options))
    }
  }

  func send(_ message: ByteBuffer, compressed: Bool) async throws(RPCError) {
    try await stream().send(message, compressed: compressed)
    observer.countSent(message)
  }

  func finishSending() {
    let stream = state.withLock { state in
      state.hasFinishedSending = true
      return state.stream
    }
    stream?.finishSending()
    // Otherwise whoever opens the stream finds the flag; a caller that only waits must not have to.
    if stream == nil { Task { _ = try? await self.stream() } }
  }

  func initialMetadata() async throws(RPCError) -> Metadata { try await stream().initialMetadata() }

  func nextMessage() async throws(RPCError) -> ReceivedMessage? {
    do throws(RPCError) {
      guard let message = try await stream().nextMessage() else {
        observer.end(nil)
        return nil
      }
      observer.countReceived(message)
      return message
    } catch {
      observer.end(error)
      throw error
    }
  }

  var trailingMetadata: Metadata { state.withLock { $0.stream }?.trailingMetadata ?? Metadata() }

  func cancel() {
    let stream = state.withLock { state in
      state.isCancelled = true
      return state.stream
    }
    opening.cancel()
    stream?.cancel()
    observer.end(Self.cancelled)
  }

  /// The stream once it is open; if the waiting task is cancelled, so is the call.
  private func stream() async throws(RPCError) -> any ClientStream {
    if let stream = state.withLock({ $0.stream }) { return stream }
    let result = await withTaskCancellationHandler {
      await opening.value
    } onCancel: {
      cancel()
    }
    let stream = try result.get()
    let (isCancelled, mustFinish) = state.withLock { state in
      let isFirst = state.stream == nil
      state.stream = stream
      return (state.isCancelled, isFirst && state.hasFinishedSending)
    }
    if isCancelled {
      stream.cancel()
      throw Self.cancelled
    }
    if mustFinish { stream.finishSending() }
    return stream
  }

  private static var cancelled: RPCError { RPCError(code: .cancelled, message: "the call was cancelled") }
}
