public import ProtobufRuntime

/// The items of a List method (AIP-158), page after page, each fetched when the one before is used up.
public struct PagingSequence<Request: Message, Response: Message, Element: Sendable>: AsyncSequence, Sendable {
  /// Fetching a page failed.
  public typealias Failure = RPCError

  @usableFromInline let request: Request
  @usableFromInline let pageToken: any WritableKeyPath<Request, String> & Sendable
  @usableFromInline let items: any KeyPath<Response, [Element]> & Sendable
  @usableFromInline let nextPageToken: any KeyPath<Response, String> & Sendable
  @usableFromInline let fetch: @Sendable (Request) async throws(RPCError) -> Response

  /// The items that `request` lists, from its page token on.
  public init(
    _ request: Request,
    pageToken: any WritableKeyPath<Request, String> & Sendable,
    items: any KeyPath<Response, [Element]> & Sendable,
    nextPageToken: any KeyPath<Response, String> & Sendable,
    fetch: @escaping @Sendable (Request) async throws(RPCError) -> Response
  ) {
    self.request = request
    self.pageToken = pageToken
    self.items = items
    self.nextPageToken = nextPageToken
    self.fetch = fetch
  }
}

extension PagingSequence {
  /// Takes the items one by one.
  public struct AsyncIterator: AsyncIteratorProtocol {
    @usableFromInline let sequence: PagingSequence
    @usableFromInline var request: Request?
    @usableFromInline var page: ArraySlice<Element> = []

    @usableFromInline
    init(_ sequence: PagingSequence) {
      self.sequence = sequence
      self.request = sequence.request
    }

    /// The next item; nil behind the last one.
    @inlinable
    public mutating func next() async throws(RPCError) -> Element? { try await next(isolation: nil) }

    /// The next item; nil behind the last one. A page may be empty though more follow (AIP-158).
    @inlinable
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> Element? {
      while page.isEmpty {
        guard var request else { return nil }
        let response = try await sequence.fetch(request)
        page = response[keyPath: sequence.items][...]
        let token = response[keyPath: sequence.nextPageToken]
        guard token != request[keyPath: sequence.pageToken] || token.isEmpty else {
          throw RPCError(code: .internal, message: "the server gave back the page token that it was sent: '\(token)'")
        }
        request[keyPath: sequence.pageToken] = token
        self.request = token.isEmpty ? nil : request
      }
      return page.popFirst()
    }
  }

  /// An iterator from the first page on.
  @inlinable
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}
