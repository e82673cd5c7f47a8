/// The ticket's state machine (工单流转), as a pure function over ``TicketSnapshot``.
///
/// It asks nobody and stores nothing: a service loads a snapshot, applies a command and stores the change, all within
/// one transaction.
public struct TicketMachine: Sendable {
  /// The working calendar that deadlines are counted by.
  public let calendar: WorkingCalendar

  /// The time limits of the ticket's division.
  public let limits: TicketLimits

  /// Makes a state machine.
  ///
  /// - Parameters:
  ///   - calendar: The working calendar.
  ///   - limits: The time limits of the ticket's division on the day of its receipt.
  public init(calendar: WorkingCalendar, limits: TicketLimits = .national) {
    self.calendar = calendar
    self.limits = limits
  }

  /// Applies a command.
  ///
  /// - Parameters:
  ///   - command: The action with what it needs.
  ///   - snapshot: The ticket as it stands.
  ///   - times: When the action happened and when it is written down.
  /// - Returns: The change; the ticket after it is in ``TicketChange/after``.
  /// - Throws: ``TicketRefusal``: the state first, then the times, then the action's own conditions.
  public func apply(
    _ command: TicketCommand,
    to snapshot: TicketSnapshot,
    at times: ActionTimes
  ) throws(TicketRefusal) -> TicketChange {
    let action = command.action
    guard snapshot.state.allowedActions(source: snapshot.source).contains(action) else {
      let states = TicketState.allCases.filter { $0.allowedActions(source: snapshot.source).contains(action) }
      throw TicketRefusal(.state(states: states), action, of: snapshot)
    }
    do throws(EventTimeError) {
      try times.check(after: snapshot.lastEvent)
    } catch {
      throw TicketRefusal(.eventTime(error), action, of: snapshot)
    }
    var after = snapshot
    after.lastEvent = times.event
    do throws(Refused) {
      try perform(command, on: &after, at: times)
    } catch {
      throw TicketRefusal(error.reason, action, of: snapshot, limits: limits)
    }
    return TicketChange(action: action, before: snapshot, after: after, times: times)
  }
}
