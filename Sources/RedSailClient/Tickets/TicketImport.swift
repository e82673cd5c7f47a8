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
  let call: TicketImportCall
  let options: CallOptions
  let retries: RetryPolicy

  /// Starts from the first entry.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(ImportRun(entries, call, options: options, retries: retries))
  }

  /// Takes the results one by one; runs the next stream when those of the one before are used up.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private var run: ImportRun<Entries, TicketImportCall>

    init(_ run: ImportRun<Entries, TicketImportCall>) { self.run = run }

    /// The next entry's result; nil behind the last one.
    public mutating func next() async throws -> TicketImportResult? { try await next(isolation: nil) }

    /// The next entry's result; nil behind the last one. Entries are taken on the actor that asks.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> TicketImportResult? {
      try await run.next(isolation: actor)
    }
  }
}

extension TicketImport: Sendable where Entries: Sendable {}

/// `ImportTickets`.
struct TicketImportCall: ImportCall {
  let client: TicketServiceClient
  let parent: String
  let validateOnly: Bool

  var index: any WritableKeyPath<TicketImportResult, Int32> & Sendable { \.index }

  func open(_ options: CallOptions) -> ClientStreamingCall<ImportTicketsRequest, ImportTicketsResponse> {
    client.importTickets(options: options)
  }

  func message(_ entries: [CreateTicketRequest], isFirst: Bool) -> ImportTicketsRequest {
    .with {
      $0.requests = entries
      guard isFirst else { return }
      $0.parent = parent
      $0.validateOnly = validateOnly
    }
  }

  func results(of response: ImportTicketsResponse) -> [TicketImportResult] { response.results }
}
