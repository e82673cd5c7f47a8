internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

extension TicketHandlers {
  func listTicketEvents(
    _ request: ListTicketEventsRequest,
    context: ServerContext
  ) async throws -> ListTicketEventsResponse {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let parent = violations.name(request.parent, "parent", of: .ticket)
    let size = violations.pageSize(request.pageSize)
    try violations.check()
    guard let parent else { throw violations.error }
    let fingerprint = QueryFingerprint(["redsail/TicketEvent", parent.text, caller.id])
    let last = Int32(clamping: try environment.tokens.cursor(request.pageToken, for: fingerprint)?.id ?? 0)
    return try await environment.read(parent.city, caller) { [tokens = environment.tokens] snapshot in
      let ticket = try snapshot.stored(Ticket.self, named: parent.text).resource
      let end = min(ticket.eventCount, last + Int32(clamping: size))
      var response = ListTicketEventsResponse()
      for number in last..<max(end, last) {
        let subject = "\(parent.text)/events/\(number + 1)"
        guard let side = try snapshot.side(TicketRecords.eventKind, subject: subject) else { continue }
        response.ticketEvents.append(try TicketEvent(serialized: side.bytes))
      }
      if end < ticket.eventCount {
        response.nextPageToken = tokens.seal(PageCursor(values: [], id: Int64(end)), for: fingerprint)
      }
      return response
    }
  }
}
