internal import RedSailClient

/// The histories of the tickets of an export. Entries are never changed and only added, so those that a ticket counts are
/// its history at the export's revision.
enum TicketHistories {
  /// Calls that are under way at the same time.
  private static let inFlight = 16

  /// Reads the histories of those records that are tickets with one, by the tickets' names.
  static func read(
    of records: [AnyRecord],
    from tickets: ResourceCollection<Ticket>
  ) async throws -> [String: [TicketEvent]] {
    var waiting = records.compactMap { record -> Ticket? in
      if case .ticket(let ticket) = record.resource, ticket.eventCount > 0 { ticket } else { nil }
    }[...]
    return try await withThrowingTaskGroup(of: (String, [TicketEvent]).self) { group in
      func begin() {
        guard let ticket = waiting.popFirst() else { return }
        group.addTask {
          var events: [TicketEvent] = []
          for try await event in tickets.history(of: ticket.name) {
            events.append(event)
            if events.count == Int(ticket.eventCount) { break }
          }
          return (ticket.name, events)
        }
      }
      for _ in 0..<inFlight { begin() }
      var histories: [String: [TicketEvent]] = [:]
      while let (name, events) = try await group.next() {
        histories[name] = events
        begin()
      }
      return histories
    }
  }
}
