internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// The half of a sync that sends the changes of the source system's tickets. It holds one page of changes, and reads the
/// next one when the peer has taken it.
struct SyncChanges: Sendable {
  let reader: ChangeReader
  let sourceSystem: String
  let writer: SyncWriter
  /// Begins when the peer has sent its last message and has its results.
  let end: ServiceDrain

  /// The most changes that are looked at for one message.
  private static let batch = 200
  /// How long the stream may be silent.
  private static let interval = Duration.seconds(15)

  /// Sends changes until the peer has ended its half and has all that changed until then, or the server drains.
  func run(from start: Revision, announcingStart: Bool) async throws {
    let environment = reader.environment
    var revision = start
    if announcingStart { try await send([], after: revision) }
    var due = ContinuousClock.now + Self.interval
    while true {
      guard !environment.drain.isDraining else { throw Failure.unavailable() }
      let isLast = end.isDraining
      let page = try await reader.page(after: revision, limit: Self.batch)
      revision = page.progress
      let tickets = try page.changes.compactMap(ticket)
      if !tickets.isEmpty || ContinuousClock.now >= due || (isLast && page.latest == page.progress) {
        try await send(tickets, after: revision)
        due = .now + Self.interval
      }
      guard page.latest == page.progress else { continue }
      if isLast { return }
      switch try await environment.waitForChange(
        of: reader.selection.city,
        beyond: page.latest,
        until: due,
        orEnd: end
      ) {
      case .changed, .silent, .ended: break
      case .draining: throw Failure.unavailable()
      }
    }
  }

  /// The ticket of a change; nil if it is not the source system's, or has left what the caller sees.
  private func ticket(_ change: RedSailStore.Change) throws -> Ticket? {
    guard let bytes = change.after else { return nil }
    let ticket = try Ticket(serialized: bytes)
    return ticket.sourceSystem == sourceSystem ? ticket : nil
  }

  private func send(_ tickets: [Ticket], after revision: Revision) async throws {
    let changes = SyncTicketsResponse.Changes.with {
      $0.tickets = tickets
      $0.cursor = reader.cursor(after: revision)
    }
    try await writer.write(.with { $0.content = .changes(changes) })
  }
}
