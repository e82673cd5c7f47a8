/// A bulk import of tickets: as you read it, it takes the entries, sends them and yields what became of each
/// (批量导入工单).
///
/// ```swift
/// for try await result in city.tickets.import(entries) {
///   if let error = result.error { print("entry \(result.index): \(error)") }
/// }
/// ```
///
/// The entries travel in streams of at most 10,000 (or 16 MiB), one stream after the other, in messages of at most 250 entries
/// and 1 MiB, taken from the input only as fast as the server takes them. A stream's entries are kept in memory until
/// its results have come, in order, with indexes of the whole input.
///
/// An entry that is refused leaves the others alone: its result has the error that `create` would have thrown. An entry
/// without a `request_id` gets a random one. When the connection breaks or the server restarts, the stream is sent again with
/// the same ids, as often as the client's ``RetryPolicy`` says: nothing is stored twice, and what was stored the first time is
/// answered with `receipt.alreadyPresent`. To be able to run a whole import again after this program has ended, give the
/// entries ids that follow from your data.
///
/// The sequence ends with an `RPCError` where a stream fails as a whole, or with the error that the entries threw.
public struct TicketImport<Entries: AsyncSequence>: AsyncSequence where Entries.Element == CreateTicketRequest {
  /// An `RPCError`, or what the entries throw.
  public typealias Failure = any Error

  let entries: Entries
  let client: TicketServiceClient
  let parent: String
  let validateOnly: Bool
  let options: CallOptions
  let retries: RetryPolicy

  /// Starts from the first entry.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

  /// Takes the results one by one; runs the next stream when those of the one before are used up.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let whole: TicketImport
    private var entries: Entries.AsyncIterator
    private var entriesAreOver = false
    private var resultCount = 0
    private var results: ArraySlice<TicketImportResult> = []

    init(_ whole: TicketImport) {
      self.whole = whole
      entries = whole.entries.makeAsyncIterator()
    }

    /// The next entry's result; nil behind the last one.
    public mutating func next() async throws -> TicketImportResult? { try await next(isolation: nil) }

    /// The next entry's result; nil behind the last one. Entries are taken on the actor that asks.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> TicketImportResult? {
      while results.isEmpty {
        guard !entriesAreOver else { return nil }
        results = try await runStream(isolation: actor)[...]
      }
      return results.popFirst()
    }

    /// Sends entries until the stream is full or they are over, and gives back their results. Sends them again where the
    /// stream breaks.
    private mutating func runStream(isolation actor: isolated (any Actor)?) async throws -> [TicketImportResult] {
      var batch = ImportBatch()
      var call: ClientStreamingCall<ImportTicketsRequest, ImportTicketsResponse>?
      var (sent, failures) = (0, 0)
      while true {
        try await fill(&batch, beyond: sent, isolation: actor)
        guard batch.count > 0 else { return [] }
        do throws(RPCError) {
          let current = call ?? whole.client.importTickets(options: whole.answerOptions)
          call = current
          if sent < batch.completeMessages {
            try await current.send(whole.message(batch.messages[sent], isFirst: sent == 0))
            sent += 1
          } else {
            let results = try await current.finish().results
            return try checked(results, of: batch)
          }
        } catch {
          failures += 1
          guard error.code == .unavailable, failures < whole.retries.maximumAttempts,
            try await whole.retries.wait(before: failures, deadline: whole.options.deadline)
          else { throw error }
          (call, sent) = (nil, 0)
        }
      }
    }

    /// Takes entries until there is a message to send that was not `sent`, or no more come.
    private mutating func fill(_ batch: inout ImportBatch, beyond sent: Int, isolation actor: isolated (any Actor)?)
      async throws
    {
      while batch.completeMessages <= sent, !batch.isClosed {
        if let entry = try await entries.next(isolation: actor) {
          try batch.add(entry)
        } else {
          entriesAreOver = true
          batch.close()
        }
      }
    }

    /// The results with indexes of the whole input.
    private mutating func checked(
      _ results: [TicketImportResult],
      of batch: ImportBatch
    ) throws(RPCError) -> [TicketImportResult] {
      guard results.count == batch.count, results.indices.allSatisfy({ Int(results[$0].index) == $0 }) else {
        throw RPCError(
          code: .internal,
          message:
            "the server answered an import of \(batch.count) entries with \(results.count) results, or not in order"
        )
      }
      let first = resultCount
      resultCount += batch.count
      return results.map { result in
        var result = result
        result.index = Int32(clamping: first + Int(result.index))
        return result
      }
    }
  }

  /// The results of 10,000 entries come in one message.
  private var answerOptions: CallOptions {
    var options = options
    options.maximumResponseBytes = options.maximumResponseBytes ?? 32 << 20
    return options
  }

  private func message(_ entries: [CreateTicketRequest], isFirst: Bool) -> ImportTicketsRequest {
    .with {
      $0.requests = entries
      guard isFirst else { return }
      $0.parent = parent
      $0.validateOnly = validateOnly
    }
  }
}

extension TicketImport: Sendable where Entries: Sendable {}
