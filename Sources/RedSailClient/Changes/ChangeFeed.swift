/// The changes of a city's records in their order, for as long as you read (变更订阅).
///
/// ```swift
/// for try await change in city.changes(since: .cursor(saved), kinds: [Ticket.resourceType]) {
///   apply(change)
///   saved = change.cursor  // a string: keep it with what you applied
/// }
/// ```
///
/// It misses no change and repeats none: when the connection breaks or the server restarts, it connects again, waiting
/// longer from try to try as the client's ``RetryPolicy`` says but without a limit to their number, and goes on after the last
/// change that it read. Everything else ends it with an `RPCError`. Two errors concern the cursor: with the reason
/// `.cursorCompacted` the changes after it are no longer kept (read everything anew with the lists, from a feed begun `.latest`
/// before), with `.invalidCursor` it belongs to another city, division or set of kinds. Cancelling the reading task ends it
/// at once with CANCELLED; so does the deadline of the call's options, if they have one, with DEADLINE_EXCEEDED.
///
/// Every iterator is a feed of its own, from the same start.
public struct ChangeFeed: AsyncSequence, Sendable {
  /// Where a feed begins.
  public enum Start: Sendable, Hashable {
    /// At the city's first change.
    case beginning
    /// After the latest change at the time of the server's first answer. Only from then on nothing is missed.
    case latest
    /// After the change, or the batch, that had this cursor. The city, the division and the kinds must be the same.
    case cursor(String)
  }

  /// What comes from the server: changes, or none in a progress event, with the cursor behind them.
  public typealias Batch = WatchChangesResponse

  /// The same changes as the server sends them, in batches.
  ///
  /// A batch's `cursor` moves on while nothing happens that the selection lets through, so that it does not grow stale: keep it
  /// instead of the last change's where the selection is narrow. Batches are also what one wants to apply in one transaction.
  public let batches: Batches

  /// The changes one by one.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(batches.makeAsyncIterator()) }

  /// Takes the changes one by one.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private var batches: Batches.AsyncIterator
    private var batch: ArraySlice<Change> = []

    init(_ batches: Batches.AsyncIterator) { self.batches = batches }

    /// The next change; waits until there is one.
    public mutating func next() async throws(RPCError) -> Change? { try await next(isolation: nil) }

    /// The next change; waits until there is one.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> Change? {
      if Task.isCancelled { throw Batches.cancelled }
      while batch.isEmpty {
        guard let next = try await batches.next(isolation: actor) else { return nil }
        batch = next.changes[...]
      }
      return batch.popFirst()
    }
  }
}
