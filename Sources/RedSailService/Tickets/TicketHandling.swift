internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel

/// A ticket while actions are done on it: the record beside the snapshot that the rules work on. A value; storing it is
/// for others.
struct TicketHandling {
  /// The record as it stands.
  var ticket: Ticket
  /// The same, as the rules see it.
  private(set) var snapshot: TicketSnapshot
  /// The rules.
  let rules: TicketRules

  /// Takes up a ticket.
  init(_ ticket: Ticket, snapshot: TicketSnapshot, rules: TicketRules) {
    self.ticket = ticket
    self.snapshot = snapshot
    self.rules = rules
  }

  /// Does an action.
  ///
  /// - Parameters:
  ///   - entry: The action, checked as far as can be done without the ticket.
  ///   - command: The same, as the rules are asked.
  ///   - times: When it happened and is written down.
  ///   - isOnSite: RESOLVE: it happened at the event where the demand was raised.
  /// - Returns: The entry for the history.
  /// - Throws: ``TicketRefusal``.
  mutating func apply(
    _ entry: TicketEntry,
    as command: TicketCommand,
    at times: ActionTimes,
    isOnSite: Bool = false
  ) throws(TicketRefusal) -> TicketEvent {
    let change = try rules.machine(for: snapshot).apply(command, to: snapshot, at: times)
    var event = TicketEvent()
    event.action = entry.event.action
    event.stateBefore = ticket.state
    event.eventTime = entry.event.eventTime ?? Timestamp(times.event)
    event.recordTime = Timestamp(times.record)
    event.backfilled = times.isBackfilled
    event.actor = entry.event.actor
    event.note = entry.event.note
    event.actingUnit = entry.event.actingUnit.isEmpty ? actingUnit(command) : entry.event.actingUnit
    event.reason = entry.event.reason

    snapshot = change.after
    change.carryOver(into: &ticket, rules: rules)
    ticket.eventTime = event.eventTime
    ticket.backfilled = ticket.backfilled || times.isBackfilled
    ticket.eventCount += 1
    record(command, entry, into: &event, isOnSite: isOnSite)

    event.name = "\(ticket.name)/events/\(ticket.eventCount)"
    event.stateAfter = ticket.state
    event.holder = ticket.holder
    event.due = ticket.due
    return event
  }

  /// Records what the complainant says on their own (评价); no entry of the history.
  mutating func rate(_ feedback: Ticket.Feedback, at times: ActionTimes, eventTime: Timestamp) {
    ticket.feedback = feedback
    ticket.feedback?.eventTime = eventTime
    ticket.eventTime = eventTime
    ticket.backfilled = ticket.backfilled || times.isBackfilled
    snapshot.satisfaction = TicketSatisfaction(rawValue: feedback.satisfaction.rawValue)
    snapshot.lastEvent = times.event
  }

  /// Allows the time that the category and the division now ask for; the period keeps its start and its extensions. A
  /// ticket whose handling has ended keeps the period that it had.
  mutating func adjustDue() {
    switch snapshot.state {
    case .resolved, .calledBack, .closed, .notAccepted, .merged: return
    case .received, .accepted, .dispatched, .signed, .inProgress, .returned: break
    }
    let start = snapshot.deadline.start
    let level = rules.serviceLevel(category: ticket.category, from: start)
    guard level != snapshot.deadline.serviceLevel else { return }
    let extensions = snapshot.deadline.extensionWorkingDays
    snapshot.deadline = Deadline(level, from: start, extensionWorkingDays: extensions, calendar: rules.calendar)
    ticket.due = rules.due(snapshot.deadline)
  }

  /// The unit that acted where the entry does not say: what only the holder may do, the holder has done.
  private func actingUnit(_ command: TicketCommand) -> String {
    switch command {
    case .sign, .start, .resolve, .extend: snapshot.holder.unit
    default: ""
    }
  }

  /// Writes down what the rules do not look at, in the ticket and in the entry.
  private mutating func record(
    _ command: TicketCommand,
    _ entry: TicketEntry,
    into event: inout TicketEvent,
    isOnSite: Bool
  ) {
    let asked = entry.event
    switch command {
    case .accept:
      if entry.grade != .unspecified { ticket.grade = entry.grade }
      if !entry.category.isEmpty {
        ticket.category = entry.category
        adjustDue()
      }
    case .dispatch:
      ticket.holder = asked.holder
      if let promised = asked.promisedDate {
        ticket.promisedDate = promised
        event.promisedDate = promised
      }
    case .escalate:
      ticket.holder = asked.holder
      ticket.escalationCount += 1
    case .sign:
      if let officer = asked.holder?.officer { ticket.holder?.officer = officer }
      ticket.signTime = event.eventTime
    case .resolve:
      ticket.resolution = asked.resolution
      ticket.publicAnswer = asked.publicAnswer
      ticket.resolveTime = event.eventTime
      ticket.resolvedOnSite = isOnSite
      event.resolution = asked.resolution
      event.publicAnswer = asked.publicAnswer
    case .callBack:
      ticket.feedback = asked.feedback
      ticket.feedback?.eventTime = event.eventTime
      event.feedback = ticket.feedback
    case .close: ticket.closeTime = event.eventTime
    case .extend(let days, _):
      ticket.extensionCount += 1
      event.workingDays = Int32(clamping: days)
    case .return: ticket.returnCount += 1
    case .merge(let leading):
      ticket.mergedInto = leading.name
      event.mergedInto = leading.name
    case .refuse:
      ticket.publicAnswer = asked.publicAnswer
      event.nonAcceptanceReason = asked.nonAcceptanceReason
      event.publicAnswer = asked.publicAnswer
    case .reopen: ticket.reopenCount += 1
    case .review: event.reviewOutcome = asked.reviewOutcome
    case .start: break
    }
  }
}
