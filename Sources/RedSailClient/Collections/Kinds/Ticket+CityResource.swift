extension Ticket: CityResource {
  /// The standard methods of `TicketService`.
  public static let standardMethods = StandardMethods(
    collectionID: "tickets",
    get: TicketServiceMethods.getTicket,
    list: TicketServiceMethods.listTickets,
    items: \.tickets,
    create: TicketServiceMethods.createTicket,
    createdResource: \.ticket,
    createdID: \.ticketID,
    update: TicketServiceMethods.updateTicket,
    updatedResource: \.ticket,
    delete: TicketServiceMethods.deleteTicket,
    undelete: TicketServiceMethods.undeleteTicket
  )
}

extension GetTicketRequest: StandardGetRequest {}
extension ListTicketsRequest: StandardListRequest {}
extension ListTicketsResponse: StandardListResponse {}
extension CreateTicketRequest: StandardCreateRequest {}
extension UpdateTicketRequest: StandardUpdateRequest {}
extension DeleteTicketRequest: ActionRequest {}
extension UndeleteTicketRequest: ActionRequest {}
