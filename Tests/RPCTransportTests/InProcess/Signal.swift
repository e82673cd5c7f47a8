internal import Synchronization

/// Lets one task wait until another has come to a point, so that no test sleeps.
final class Signal: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream() }

  /// The point is reached.
  func fire() { continuation.finish() }

  /// Waits for the point; comes back early if the waiting task is cancelled.
  func wait() async { for await _ in stream {} }
}

/// Waits until the task is cancelled.
func waitForCancellation() async {
  let signal = Signal()
  await withTaskCancellationHandler {
    await signal.wait()
  } onCancel: {
    signal.fire()
  }
}
