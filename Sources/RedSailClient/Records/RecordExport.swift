/// The records of a city as they are at one revision, while others go on writing (批量导出).
///
/// ```swift
/// var cursor = ""
/// for try await page in city.records.export(kinds: [Firm.resourceType]).pages {
///   if !page.cursor.isEmpty { cursor = page.cursor }  // where the change feed of the same kinds and division goes on
///   keep(page.records)
/// }
/// ```
///
/// Records come kind by kind, and only as fast as you take them. When the connection breaks or the server restarts, it goes
/// on behind the last page that you have, at the same revision, as often as the client's ``RetryPolicy`` says. It ends with
/// an `RPCError`; with the reason `.revisionNotKept` the revision is no longer kept, and the export has to begin anew.
public struct RecordExport: AsyncSequence, Sendable {
  /// The same records as the server sends them, with the revision and the cursor.
  public let pages: Pages

  /// The records one by one.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pages.makeAsyncIterator()) }

  /// Takes the records one by one.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private var pages: Pages.AsyncIterator
    private var page: ArraySlice<AnyRecord> = []

    init(_ pages: Pages.AsyncIterator) { self.pages = pages }

    /// The next record; nil behind the last one.
    public mutating func next() async throws(RPCError) -> AnyRecord? { try await next(isolation: nil) }

    /// The next record; nil behind the last one.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> AnyRecord? {
      while page.isEmpty {
        guard let next = try await pages.next(isolation: actor) else { return nil }
        page = next.records[...]
      }
      return page.popFirst()
    }
  }
}

extension RecordExport {
  /// An export page by page, see ``RecordExport/pages``.
  public struct Pages: AsyncSequence, Sendable {
    let client: RecordServiceClient
    let request: ExportRecordsRequest
    let options: CallOptions
    let retries: RetryPolicy

    /// The pages from the first one on.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

    /// Takes the pages one by one, over as many calls as it needs.
    public struct AsyncIterator: AsyncIteratorProtocol {
      private let whole: Pages
      private let options: CallOptions
      private var request: ExportRecordsRequest
      private var responses: ResponseStream<ExportRecordsResponse>.AsyncIterator?
      private var failures = 0
      private var isOver = false

      init(_ whole: Pages) {
        self.whole = whole
        request = whole.request
        var options = whole.options
        options.deadline = options.effectiveDeadline(defaultTimeout: nil)
        options.timeout = nil
        self.options = options
      }

      /// The next page; nil behind the last one.
      public mutating func next() async throws(RPCError) -> ExportRecordsResponse? { try await next(isolation: nil) }

      /// The next page; nil behind the last one.
      public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> ExportRecordsResponse?
      {
        while !isOver {
          do throws(RPCError) {
            if responses == nil {
              responses = whole.client.exportRecords(request, options: options).makeAsyncIterator()
            }
            guard let page = try await responses?.next(isolation: actor) else { return nil }
            // A page without a place to go on is the last one; whether the stream ends well then matters to nobody.
            isOver = page.nextPageToken.isEmpty
            request.pageToken = page.nextPageToken
            request.revision = page.revision
            failures = 0
            return page
          } catch {
            responses = nil
            failures += 1
            guard error.code == .unavailable, failures < whole.retries.maximumAttempts,
              try await whole.retries.wait(before: failures, deadline: options.deadline)
            else { throw error }
          }
        }
        return nil
      }
    }
  }
}
