internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// A request to create a ticket that has been checked as far as can be done without the store.
struct TicketIntake: Sendable {
  /// The new ticket's name.
  let name: ResourceName
  /// The ticket as the caller gave it, without what only the server sets.
  let ticket: Ticket
  /// When it was received; nil for now.
  let eventTime: Timestamp?
  /// Who made the demand.
  let caller: TicketCaller?
  /// What has happened to it since.
  let history: [TicketEntry]

  /// Checks a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - city: The city of the batch or import that the request is an entry of; nil for a request on its own.
  ///   - now: The time now.
  /// - Throws: INVALID_ARGUMENT with everything that is wrong.
  init(_ request: CreateTicketRequest, city: String?, now: Instant) throws(RPCError) {
    var violations = Violations()
    let place = Self.city(request, part: city, &violations)
    // Without a city nothing can be said of the names in the ticket.
    if place.isEmpty { throw violations.error }
    violations.requestID(request.requestID)
    violations.eventTime(request.eventTime, now: now)
    violations.person(request.actor, "actor")
    var id = request.ticketID
    if id.isEmpty { id = ResourceID.random() } else { violations.id(id, "ticket_id") }

    let scan = PersonalDataScan(caller: request.caller)
    if let ticket = request.ticket {
      violations.inside("ticket") { Self.check(ticket, in: place, scan, &$0) }
    } else {
      violations.missing("ticket")
    }
    if let caller = request.caller { violations.inside("caller") { caller.check(&$0) } }
    history = Self.entries(request, in: place, scan, now: now, &violations)
    try violations.check()

    name = ResourceName(text: ResourceType.ticket.name(city: place, id: id), city: place, id: id)
    ticket = Self.given(request.ticket ?? Ticket())
    eventTime = request.eventTime
    caller = request.caller.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func city(_ request: CreateTicketRequest, part: String?, _ violations: inout Violations) -> String {
    guard let part else { return violations.city(request.parent) ?? "" }
    if !request.parent.isEmpty { violations.reference(request.parent, "parent", of: .city, in: part) }
    return part
  }

  private static func check(
    _ ticket: Ticket,
    in city: String,
    _ scan: PersonalDataScan,
    _ violations: inout Violations
  ) {
    if ticket.division.isEmpty { violations.missing("division") }
    if ticket.title.isEmpty { violations.missing("title") }
    if ticket.source == .unspecified { violations.missing("source") }
    for reference in Ticket.resourceReferences
    where reference.field != "merged_into" && reference.field != "holder.unit" {
      for name in reference.names(ticket) {
        violations.reference(name, reference.field, of: reference.targets.map(\.type), in: city)
      }
    }
    ticket.validate(scan, &violations)
    violations.text(ticket.sourceSystem, "source_system", limit: 64)
    violations.text(ticket.recordNumber, "record_number", limit: 128)
    violations.holder(ticket.holder, "holder", in: city)
    violations.date(ticket.promisedDate, "promised_date")
    checkSource(ticket, &violations)
  }

  private static func checkSource(_ ticket: Ticket, _ violations: inout Violations) {
    let needsNumber = ticket.source == .hotline || !ticket.sourceSystem.isEmpty || !ticket.recordNumber.isEmpty
    if needsNumber && ticket.sourceSystem.isEmpty { violations.missing("source_system") }
    if needsNumber && ticket.recordNumber.isEmpty { violations.missing("record_number") }
    if ticket.source == .receptionDay && ticket.receptionDay.isEmpty { violations.missing("reception_day") }
    if ticket.source != .receptionDay && !ticket.receptionDay.isEmpty {
      violations.add(
        "reception_day",
        .invalidField,
        LocalizedText("expected none: the source is not SOURCE_RECEPTION_DAY", "来源不是接待活动，不得填写接待活动")
      )
    }
  }

  private static func entries(
    _ request: CreateTicketRequest,
    in city: String,
    _ scan: PersonalDataScan,
    now: Instant,
    _ violations: inout Violations
  ) -> [TicketEntry] {
    guard request.history.count <= TicketRecords.historyLimit else {
      violations.tooMany("history", limit: TicketRecords.historyLimit, came: request.history.count)
      return []
    }
    var entries: [TicketEntry] = []
    entries.reserveCapacity(request.history.count)
    for (index, event) in request.history.enumerated() {
      let entry = TicketEntry(event: event, path: "history[\(index)].")
      violations.inside("history[\(index)]") { violations in
        if event.eventTime == nil { violations.missing("event_time") }
        entry.check(in: city, scan: scan, now: now, &violations)
      }
      entries.append(entry)
    }
    return entries
  }

  /// What the caller may say of a new ticket. Written out, not looped over `Ticket.resourceFields`, because every creation
  /// passes here.
  private static func given(_ ticket: Ticket) -> Ticket {
    var given = Ticket()
    given.externalIDs = ticket.externalIDs
    given.division = ticket.division
    given.title = ticket.title
    given.content = ticket.content
    given.source = ticket.source
    given.sourceSystem = ticket.sourceSystem
    given.recordNumber = ticket.recordNumber
    given.kind = ticket.kind
    given.grade = ticket.grade
    given.category = ticket.category
    given.grid = ticket.grid
    given.compound = ticket.compound
    given.project = ticket.project
    given.firm = ticket.firm
    given.receptionDay = ticket.receptionDay
    given.place = ticket.place
    given.holder = ticket.holder
    given.promisedDate = ticket.promisedDate
    return given
  }
}
