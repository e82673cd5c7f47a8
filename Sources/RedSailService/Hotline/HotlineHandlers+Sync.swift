internal import RPCCore
internal import RedSailAPI

/// 双向同步.
extension HotlineHandlers {
  func syncTickets(
    _ requests: RequestStream<SyncTicketsRequest>,
    responses: ResponseWriter<SyncTicketsResponse>,
    context: ServerContext
  ) async throws {
    let caller = try await tickets.environment.authorize(context)
    var iterator = requests.makeAsyncIterator()
    guard case .open(let open) = try await iterator.next()?.content else {
      throw Failure.field("open", .requiredField, LocalizedText("the first message opens the stream", "首条消息须为打开请求"))
    }
    var violations = Violations()
    var selection: ChangeSelection?
    violations.inside("open") { violations in
      selection = ChangeSelection(
        parent: open.parent,
        division: "",
        kinds: [ResourceType.ticket.name],
        caller: caller,
        &violations
      )
      violations.text(open.sourceSystem, "source_system", limit: 64, required: true)
      violations.start(cursor: open.cursor, fromLatest: open.fromLatest)
    }
    try violations.check()
    guard let selection else { throw violations.error }
    let reader = ChangeReader(environment: tickets.environment, caller: caller, selection: selection)
    let start = try await reader.start(cursor: open.cursor, field: "open.cursor", fromLatest: open.fromLatest)
    let writer = SyncWriter(responses)
    let end = ServiceDrain()
    let changes = SyncChanges(reader: reader, sourceSystem: open.sourceSystem, writer: writer, end: end)
    let desk = SyncDesk(handlers: tickets, caller: caller, city: selection.city, sourceSystem: open.sourceSystem)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await changes.run(from: start, announcingStart: open.fromLatest) }
      group.addTask {
        // One message at a time: the next one is taken when the result of this one is.
        var sequence: Int64?
        for try await request in requests {
          if case .acknowledgedCursor(let cursor) = request.content {
            _ = try selection.revision(of: cursor, field: "acknowledged_cursor", tickets.environment.tokens)
            continue
          }
          guard sequence.map({ request.sequence > $0 }) ?? true else { throw Failure.notRising(request.sequence) }
          sequence = request.sequence
          var result = try await desk.take(request)
          result.sequence = request.sequence
          try await writer.write(.with { $0.content = .result(result) })
        }
        end.begin()
      }
      // The first half that fails ends the other one.
      while try await group.next() != nil {}
    }
  }
}

extension Failure {
  fileprivate static func notRising(_ sequence: Int64) -> RPCError {
    field(
      "sequence",
      .invalidField,
      LocalizedText("expected a number above that of the message before, came \(sequence)", "序号须递增，实为 \(sequence)")
    )
  }
}
