internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel

extension TicketHandlers {
  /// How many entries of one call wait for the store at the same time: enough to fill a shared commit, and few enough
  /// that a stream is taken no faster than it is stored.
  private static var entriesInFlight: Int { 256 }

  func batchCreateTickets(
    _ request: BatchCreateTicketsRequest,
    context: ServerContext
  ) async throws -> BatchCreateTicketsResponse {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let city = violations.city(request.parent)
    if request.requests.isEmpty { violations.missing("requests") }
    violations.entries(request.requests.count)
    try violations.check()
    let entering = TicketEntering(
      handlers: self,
      city: city ?? "",
      caller: caller,
      keeping: request.validateOnly ? .never : .always
    )
    let results = try await withThrowingTaskGroup(of: TicketImportResult.self) { group in
      var results: [TicketImportResult] = []
      for (index, entry) in request.requests.enumerated() {
        if index >= Self.entriesInFlight, let result = try await group.next() { results.append(result) }
        group.addTask { try await entering.enter(entry, index: index) }
      }
      for try await result in group { results.append(result) }
      return results
    }
    return .with { $0.results = results.sorted { $0.index < $1.index } }
  }

  func importTickets(
    _ requests: RequestStream<ImportTicketsRequest>,
    context: ServerContext
  ) async throws -> ImportTicketsResponse {
    let caller = try await environment.authorize(context)
    return try await withThrowingTaskGroup(of: TicketImportResult.self) { group in
      var tally = TicketImportTally()
      var entering: TicketEntering?
      var inFlight = 0
      for try await request in requests {
        let current = try entering ?? TicketEntering(handlers: self, first: request, caller: caller)
        if entering == nil {
          entering = current
          tally.reportsFailuresOnly = request.failuresOnly
        }
        try check(request, of: current, received: tally.received)
        for entry in request.requests {
          if inFlight == Self.entriesInFlight, let result = try await group.next() {
            tally.count(result)
            inFlight -= 1
          }
          let index = tally.received
          tally.received += 1
          inFlight += 1
          group.addTask { try await current.enter(entry, index: index) }
        }
      }
      guard entering != nil else {
        throw Failure.field("parent", .requiredField, LocalizedText("the stream held no message", "导入流为空"))
      }
      for try await result in group { tally.count(result) }
      return tally.response
    }
  }

  /// Checks a message of an import, and that the stream stays within its bounds.
  private func check(_ request: ImportTicketsRequest, of entering: TicketEntering, received: Int) throws(RPCError) {
    var violations = Violations()
    if !request.parent.isEmpty, request.parent != "cities/\(entering.city)" {
      violations.add(
        "parent",
        .otherCity,
        LocalizedText("the stream began with cities/\(entering.city)", "导入流的城市为 \(entering.city)，不得更换")
      )
    }
    violations.entries(request.requests.count)
    let total = received + request.requests.count
    if total > TicketRecords.importLimit {
      violations.tooMany("requests", limit: TicketRecords.importLimit, came: total)
    }
    try violations.check()
  }
}

extension Violations {
  fileprivate mutating func entries(_ count: Int) {
    if count > TicketRecords.batchLimit { tooMany("requests", limit: TicketRecords.batchLimit, came: count) }
  }
}
