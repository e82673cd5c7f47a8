extension ChangeFeed {
  /// A change feed in batches, see ``ChangeFeed/batches``.
  public struct Batches: AsyncSequence, Sendable {
    let client: ChangeFeedServiceClient
    let request: WatchChangesRequest
    let options: CallOptions
    let retries: RetryPolicy
    let life: ClientLife

    static let cancelled = RPCError(code: .cancelled, message: "the task that reads the changes was cancelled")

    /// The batches from the start on.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

    /// Takes the batches one by one, over as many calls as it needs.
    public struct AsyncIterator: AsyncIteratorProtocol {
      private let feed: Batches
      private let options: CallOptions
      /// The request for what comes after the last batch.
      private var request: WatchChangesRequest
      private var responses: ResponseStream<WatchChangesResponse>.AsyncIterator?
      /// Tries since the last batch that failed.
      private var failures = 0

      init(_ feed: Batches) {
        self.feed = feed
        request = feed.request
        var options = feed.options
        options.deadline = options.effectiveDeadline(defaultTimeout: nil)
        options.timeout = nil
        self.options = options
      }

      /// The next batch; waits until there is one.
      public mutating func next() async throws(RPCError) -> Batch? { try await next(isolation: nil) }

      /// The next batch; waits until there is one.
      public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> Batch? {
        while true {
          if Task.isCancelled { throw cancelled }
          guard !feed.life.isClosed else {
            throw RPCError(code: .unavailable, message: "the client that the feed belongs to was closed")
          }
          do throws(RPCError) {
            if responses == nil { responses = feed.client.watchChanges(request, options: options).makeAsyncIterator() }
            if let batch = try await responses?.next(isolation: actor) {
              request.cursor = batch.cursor
              request.fromLatest = false
              failures = 0
              return batch
            }
            // The server ended the stream in good order: it drains.
            responses = nil
          } catch {
            responses = nil
            if Task.isCancelled { throw cancelled }
            guard error.code == .unavailable else { throw error }
            failures += 1
            guard try await feed.retries.wait(before: failures, deadline: options.deadline) else { throw error }
            continue
          }
          failures += 1
          guard try await feed.retries.wait(before: failures, deadline: options.deadline) else {
            throw RPCError(code: .deadlineExceeded, message: "the deadline passed before the next change")
          }
        }
      }
    }
  }
}
