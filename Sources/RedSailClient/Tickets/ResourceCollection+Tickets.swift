extension ResourceCollection where Resource == Ticket {
  /// Creates a ticket in a division, at best the community, and gives back what is stored (登记工单).
  ///
  /// `fill` sets what else the request has: who made the demand (`caller`), when it was received (`eventTime`), what has
  /// happened to it since (`history`).
  public func create(
    _ ticket: Ticket,
    in division: String,
    id: String = "",
    options: CallOptions = CallOptions(),
    with fill: (inout CreateTicketRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Ticket {
    var ticket = ticket
    ticket.division = divisionName(division)
    return try await create(ticket, id: id, options: options, with: fill)
  }

  /// Several tickets in one call, 1 to 1,000, in the order of their names; fails as a whole where one does not exist (批量查看工单).
  public func get(_ ids: [String], options: CallOptions = CallOptions()) async throws(RPCError) -> [Ticket] {
    let request = BatchGetTicketsRequest.with {
      $0.parent = city.name
      $0.names = ids.map { name(of: $0) }
    }
    return try await TicketServiceClient(channel).batchGetTickets(request, options: options).tickets
  }

  /// What has happened to a ticket, from the first entry on (过程记录).
  public func history(
    of id: String,
    options: CallOptions = CallOptions()
  ) -> PagingSequence<ListTicketEventsRequest, ListTicketEventsResponse, TicketEvent> {
    TicketServiceClient(channel).ticketEvents(.with { $0.parent = name(of: id) }, options: options)
  }

  /// Who made the demand (诉求人): personal data, read for a purpose that is recorded, and masked unless `unmasked`.
  public func caller(
    of id: String,
    for purpose: Purpose,
    unmasked: Bool = false,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> TicketCaller {
    let request = GetTicketCallerRequest.with {
      $0.name = "\(name(of: id))/caller"
      $0.purpose = purpose
      $0.unmasked = unmasked
    }
    return try await TicketServiceClient(channel).getTicketCaller(request, options: options)
  }
}
