internal import NIOCore
internal import RPCCore
internal import Synchronization

/// The messages that one side of a call receives, and the credit that the peer gets for what is taken.
///
/// The peer gets credit for a message when it is taken, and for the rest of a message that is being waited for as it
/// comes, lest one larger than the window never arrive. So what is held is bounded by the window and one message.
final class InboundFlow: Sendable {
  private let messages = InboundMessages()
  /// Bytes received for which no credit was given yet.
  private let uncredited = Atomic<Int>(0)
  /// Bytes of those that were taken.
  private let taken = Atomic<Int>(0)
  /// Taken bytes for which a hop to the loop is worth while. nghttp2 tells the peer at half the window.
  private let threshold: Int

  init(streamWindow: Int) {
    threshold = min(streamWindow / 4, 64 * 1_024)
  }

  // MARK: On the loop

  func received(_ bytes: Int) {
    uncredited.add(bytes, ordering: .relaxed)
  }

  func push(_ message: ReceivedMessage) {
    messages.push(message)
  }

  func finish() {
    messages.finish()
  }

  func fail(_ error: RPCError, discardingQueue: Bool) {
    messages.fail(error, discardingQueue: discardingQueue)
  }

  /// The bytes to give credit for now; all of them once the stream is `over`.
  func takeCredit(over: Bool = false) -> Int {
    let wasTaken = taken.exchange(0, ordering: .relaxed)
    if over || messages.count == 0 { return uncredited.exchange(0, ordering: .relaxed) }
    let credit = min(wasTaken, uncredited.load(ordering: .relaxed))
    uncredited.subtract(credit, ordering: .relaxed)
    return credit
  }

  // MARK: From any thread

  func next(onCancel: @Sendable () -> Void = {}) async throws(RPCError) -> ReceivedMessage? {
    let message = try await messages.next(onCancel: onCancel).get()
    if let message { taken.add(message.bytes.readableBytes + MessageFramer.prefixLength, ordering: .relaxed) }
    return message
  }

  /// Whether bytes were received for which no credit was given.
  var isHolding: Bool { uncredited.load(ordering: .relaxed) > 0 }

  /// Whether the loop should be told to give credit.
  var isCreditDue: Bool {
    guard isHolding else { return false }
    return taken.load(ordering: .relaxed) >= threshold || messages.count == 0
  }
}
