/// A bulk import of records of any kind but tickets: as you read it, it takes the entries, sends them and yields what
/// became of each (批量导入).
///
/// ```swift
/// for try await result in city.records.import(entries) where result.outcome == .failed {
///   print("entry \(result.index): \(result.error?.message ?? "")")
/// }
/// ```
///
/// Entries are dealt with in their order: one may refer to those before it. They travel as those of a ``TicketImport`` do,
/// stream after stream, and a stream that breaks is sent again: nothing is stored twice, and what was stored the first time
/// is answered with the outcome `.present`. An entry without a `request_id` gets a random one.
///
/// With `validateOnly` nothing is stored, and an entry may refer to those before it in the same stream, which has at most
/// 10,000 entries or 16 MiB of them.
///
/// The sequence ends with an `RPCError` where a stream fails as a whole, or with the error that the entries threw.
public struct RecordImport<Entries: AsyncSequence>: AsyncSequence where Entries.Element == RecordEntry {
  /// An `RPCError`, or what the entries throw.
  public typealias Failure = any Error

  let entries: Entries
  let call: RecordImportCall
  let options: CallOptions
  let retries: RetryPolicy

  /// Starts from the first entry.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(ImportRun(entries, call, options: options, retries: retries))
  }

  /// Takes the results one by one; runs the next stream when those of the one before are used up.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private var run: ImportRun<Entries, RecordImportCall>

    init(_ run: ImportRun<Entries, RecordImportCall>) { self.run = run }

    /// The next entry's result; nil behind the last one.
    public mutating func next() async throws -> RecordResult? { try await next(isolation: nil) }

    /// The next entry's result; nil behind the last one. Entries are taken on the actor that asks.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> RecordResult? {
      try await run.next(isolation: actor)
    }
  }
}

extension RecordImport: Sendable where Entries: Sendable {}

/// `ImportRecords`.
struct RecordImportCall: ImportCall {
  let client: RecordServiceClient
  let parent: String
  let validateOnly: Bool

  var index: any WritableKeyPath<RecordResult, Int32> & Sendable { \.index }

  func open(_ options: CallOptions) -> ClientStreamingCall<ImportRecordsRequest, ImportRecordsResponse> {
    client.importRecords(options: options)
  }

  func message(_ entries: [RecordEntry], isFirst: Bool) -> ImportRecordsRequest {
    .with {
      $0.entries = entries
      guard isFirst else { return }
      $0.parent = parent
      $0.validateOnly = validateOnly
    }
  }

  func results(of response: ImportRecordsResponse) -> [RecordResult] { response.results }
}
