/// One stream of a sync. Letting go of it ends it.
final class SyncStream: Sendable {
  private let call: BidirectionalCall<SyncTicketsRequest, SyncTicketsResponse>
  private let sending: Task<Void, Never>

  /// Opens a stream at the last acknowledged cursor and begins to send.
  init(_ sync: TicketSync) {
    let call = sync.client.syncTickets()
    let outbox = sync.outbox
    let stream = outbox.begin()
    var open = sync.open
    open.cursor = outbox.cursor
    let opening = SyncTicketsRequest.with { [open] in $0.content = .open(open) }
    self.call = call
    sending = Task {
      do throws(RPCError) {
        try await call.send(opening)
        while let request = await outbox.next(of: stream) { try await call.send(request) }
        call.finishSending()
      } catch {
        // Whoever reads learns why the stream has ended.
      }
    }
  }

  deinit {
    sending.cancel()
    call.cancel()
  }

  /// The server's next message; nil once it has ended the stream.
  func next() async throws(RPCError) -> SyncTicketsResponse? {
    var responses = call.responses.makeAsyncIterator()
    return try await responses.next()
  }
}
