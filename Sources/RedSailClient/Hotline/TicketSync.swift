/// The two-way sync of a source system's tickets (12345热线双向同步).
///
/// ```swift
/// let sync = city.syncTickets(source: "jining-12345", cursor: saved)
/// try await sync.create(request)  // its result comes among the messages
/// for try await message in sync {
///   switch message.content {
///   case .result(let result): note(result)
///   case .changes(let changes):
///     apply(changes.tickets)
///     sync.acknowledge(changes.cursor)  // keep it with what you applied
///   case nil: break
///   }
/// }
/// ```
///
/// One task reads, any number send; nothing is sent before reading begins. When the connection breaks or the server
/// restarts, reading opens the stream again at the last acknowledged cursor and sends again what has no result yet, with
/// the same ids: nothing is stored twice, changes behind that cursor may come twice. It waits as the client's
/// ``RetryPolicy`` says, without a limit to the number of tries. Other errors end it.
public struct TicketSync: AsyncSequence, Sendable {
  let client: HotlineServiceClient
  let open: SyncTicketsRequest.Open
  let outbox: SyncOutbox
  let retries: RetryPolicy
  let life: ClientLife

  /// Sends a new ticket; waits while 64 messages have no result. Gives the number that the result carries.
  @discardableResult
  public func create(_ request: CreateTicketRequest) async throws(RPCError) -> Int64 {
    var request = request
    if request.requestID.isEmpty { request.requestID = RequestID.random() }
    return try await outbox.add(.create(request))
  }

  /// Sends an action on the ticket with this number in the source system; as ``create(_:)``.
  @discardableResult
  public func act(
    on recordNumber: String,
    _ event: TicketEvent,
    requestID: String = ""
  ) async throws(RPCError) -> Int64 {
    let act = SyncTicketsRequest.Act.with {
      $0.recordNumber = recordNumber
      $0.event = event
      $0.requestID = requestID.isEmpty ? RequestID.random() : requestID
    }
    return try await outbox.add(.act(act))
  }

  /// Says that the changes up to this cursor are kept: a stream that is opened again begins behind it.
  public func acknowledge(_ cursor: String) { outbox.acknowledge(cursor) }

  /// Says that no more messages come: reading ends once all have their results and what has changed until then has come.
  public func finish() { outbox.finish() }

  /// The results and the changes. Read by one task at a time.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

  /// Takes the server's messages one by one, over as many streams as it needs.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let sync: TicketSync
    private var stream: SyncStream?
    private var failures = 0

    init(_ sync: TicketSync) { self.sync = sync }

    /// The next message; nil once the sync was finished and is over.
    public mutating func next() async throws(RPCError) -> SyncTicketsResponse? { try await next(isolation: nil) }

    /// The next message; nil once the sync was finished and is over.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> SyncTicketsResponse? {
      while true {
        guard !sync.life.isClosed else {
          throw RPCError(code: .unavailable, message: "the client that the sync belongs to was closed")
        }
        do throws(RPCError) {
          let current = stream ?? SyncStream(sync)
          stream = current
          guard let message = try await current.next() else { return nil }
          failures = 0
          if case .result(let result) = message.content { sync.outbox.answered(result.sequence) }
          return message
        } catch {
          stream = nil
          guard error.code == .unavailable, !Task.isCancelled else { throw error }
          failures += 1
          _ = try await sync.retries.wait(before: failures, deadline: nil)
        }
      }
    }
  }
}

extension CityClient {
  /// Syncs the tickets of a source system both ways: see ``TicketSync``.
  ///
  /// - `source`: the system, such as "jining-12345".
  /// - `cursor`: the last one that was acknowledged; empty for the city's first change.
  public func syncTickets(source: String, cursor: String = "") -> TicketSync {
    TicketSync(
      client: HotlineServiceClient(redsail.channel),
      open: .with {
        $0.parent = name
        $0.sourceSystem = source
      },
      outbox: SyncOutbox(cursor: cursor),
      retries: redsail.retries,
      life: redsail.life
    )
  }
}
