/// What the rules need to know of a ticket. A value: applying a command gives another one.
public struct TicketSnapshot: Sendable, Hashable {
  /// The ticket's resource name.
  public var name: String
  /// Where it came from.
  public var source: TicketSource
  /// Where it stands.
  public var state: TicketState
  /// The unit that holds it; at intake the unit that received it.
  public var holder: TicketHolder
  /// Until when it must be handled.
  public var deadline: Deadline
  /// When its last event happened.
  public var lastEvent: UnixTime

  /// How it came to the holder; nil while it is with the unit that received it, and after a return.
  public var dispatch: TicketDispatch?
  /// The units that have returned it.
  public var returnedBy: Set<String> = []
  /// What the complainant said last: at a call-back, or in a rating since.
  public var satisfaction: TicketSatisfaction?
  /// The ticket it is merged into; nil again once it is reopened and stands alone.
  public var leading: LeadingTicket?
  /// Why it was not accepted.
  public var nonAcceptanceReason: NonAcceptanceReason?
  /// What the last review of that decided.
  public var reviewOutcome: ReviewOutcome?
  /// The level at which it was closed; nil while it is open.
  public var closedAtLevel: TicketLevel?

  /// Makes the snapshot of a ticket that has just been received.
  ///
  /// - Parameters:
  ///   - name: The ticket's resource name.
  ///   - source: Where it came from.
  ///   - holder: The unit that received it; any level.
  ///   - serviceLevel: How long handling may take.
  ///   - times: When it was received; the deadline runs from the judged time.
  ///   - calendar: The working calendar; a year that is not loaded makes the deadline provisional, never an error.
  /// - Throws: ``EventTimeError/inFuture(event:record:)``.
  public init(
    receiving name: String,
    source: TicketSource,
    holder: TicketHolder,
    serviceLevel: ServiceLevel = .standard,
    at times: ActionTimes,
    calendar: WorkingCalendar
  ) throws(EventTimeError) {
    try times.check(after: nil)
    self.init(
      name: name,
      source: source,
      state: .received,
      holder: holder,
      deadline: Deadline(serviceLevel, from: times.judged, calendar: calendar),
      lastEvent: times.event
    )
  }

  /// Makes a snapshot from what is stored; set the other fields afterwards.
  public init(
    name: String,
    source: TicketSource,
    state: TicketState,
    holder: TicketHolder,
    deadline: Deadline,
    lastEvent: UnixTime
  ) {
    self.name = name
    self.source = source
    self.state = state
    self.holder = holder
    self.deadline = deadline
    self.lastEvent = lastEvent
  }
}
