/// Why an action on a ticket is refused.
public struct TicketRefusal: Error, Hashable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The state does not allow the action. `states` are those that do.
    case state(states: [TicketState])
    /// The event time cannot be.
    case eventTime(EventTimeError)
    /// The action needs a reason and none was given.
    case reasonMissing
    /// Dispatching goes to the holder's level or below.
    case dispatchUpwards(from: TicketLevel, to: TicketLevel)
    /// Only the unit that holds the ticket may do this.
    case notHolder(actor: String, holder: String)
    /// A ticket goes up exactly one level. `expected` is nil at the top.
    case level(from: TicketLevel, expected: TicketLevel?, came: TicketLevel)
    /// The last day for a return has passed.
    case returnTooLate(lastDay: CivilDate)
    /// The unit has returned this ticket before.
    case returnedBefore(unit: String)
    /// An extension adds at least one working day and, with those before it, at most `limit`.
    case extensionLength(came: Int, already: Int, limit: Int)
    /// An extension is asked for before the due date.
    case extensionTooLate(deadline: Deadline)
    /// A ticket is not merged into itself.
    case mergeIntoItself
    /// The leading ticket is not being handled.
    case leadingTicketState(LeadingTicket)
    /// A merged ticket is called back when the leading one is resolved. Nil where its state was not given.
    case leadingTicketUnresolved(LeadingTicket?)
    /// A ticket is reopened on dissatisfaction only.
    case notDissatisfied(TicketSatisfaction?)
  }

  /// The state of the ticket.
  public let state: TicketState
  /// The action that was asked for.
  public let action: TicketAction
  /// What is wrong.
  public let reason: Reason
  /// What the state allows.
  public let allowedActions: [TicketAction]
  /// The parameter that is not met, where the rule has one.
  public let parameter: RuleValue?

  /// Makes a refusal.
  init(_ reason: Reason, _ action: TicketAction, of snapshot: TicketSnapshot, limits: TicketLimits? = nil) {
    parameter =
      switch reason {
      case .returnTooLate: limits?.returnWorkingDays
      case .extensionLength: limits?.extensionWorkingDays
      default: nil
      }
    self.state = snapshot.state
    self.action = action
    self.reason = reason
    self.allowedActions = snapshot.state.allowedActions(source: snapshot.source)
  }

  /// The rule that refuses.
  public var rule: TicketRule {
    switch reason {
    case .state: .chain
    case .eventTime: .eventTimes
    case .reasonMissing: action == .return ? .returns : .extensions
    case .dispatchUpwards, .notHolder, .level: action == .return ? .returns : .levels
    case .returnTooLate, .returnedBefore: .returns
    case .extensionLength, .extensionTooLate: .extensions
    case .mergeIntoItself, .leadingTicketState, .leadingTicketUnresolved: .merging
    case .notDissatisfied: .reopening
    }
  }
}
