internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// One consumer's stream of changes.
///
/// It holds one page at a time and waits for the transport to take it before it reads the next one, so a slow reader
/// delays itself only. Between changes it costs a registration with the store.
struct ChangeWatch: Sendable {
  let reader: ChangeReader
  let responses: ResponseWriter<WatchChangesResponse>
  /// How long the stream may be silent.
  let interval: Duration

  /// The most changes in a message.
  private static let batch = 200

  /// Sends changes until the caller ends the stream or the server drains.
  func run(from start: Revision, announcingStart: Bool) async throws {
    var revision = start
    if announcingStart { try await responses.write(.with { $0.cursor = reader.cursor(after: revision) }) }
    var due = ContinuousClock.now + interval
    var progressTime: Instant?
    while true {
      guard !reader.environment.drain.isDraining else { throw Failure.unavailable() }
      let page = try await reader.page(after: revision, limit: Self.batch)
      revision = page.progress
      if !page.changes.isEmpty || (progressTime != nil && page.latest == page.progress) {
        let changes = try reader.messages(page.changes)
        let time = page.latest == page.progress ? progressTime : nil
        try await responses.write(
          .with {
            $0.changes = changes
            $0.cursor = reader.cursor(after: revision)
            $0.progressTime = time.map { Timestamp($0) }
          }
        )
        due = .now + interval
        progressTime = nil
      }
      guard page.latest == page.progress else { continue }
      switch try await reader.environment.waitForChange(of: reader.selection.city, beyond: page.latest, until: due) {
      case .changed, .ended: break
      case .silent: progressTime = try await barrier()
      case .draining: throw Failure.unavailable()
      }
    }
  }

  /// A time such that every change recorded before it is committed: record times never run backwards, so a transaction
  /// that changes nothing finds one.
  private func barrier() async throws -> Instant {
    let context = WriteContext(
      city: reader.selection.city,
      scope: reader.caller.scope,
      actor: reader.caller.actor
    )
    do {
      return try await reader.environment.store.write(context) { $0.time }
    } catch let error as StoreError {
      throw Failure.store(error)
    }
  }
}
