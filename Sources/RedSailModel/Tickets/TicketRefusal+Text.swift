extension TicketRefusal: CustomStringConvertible {
  /// State, action, what is wrong, what would be allowed, and the rule.
  public var description: String {
    "\(action) of a ticket that is \(state): \(explanation) (rule: \(rule.text); source: \(source))"
  }

  private var source: String {
    parameter.map { "\($0.parameter.rawValue) = \($0.quantity) in \($0.division), \($0.source)" } ?? rule.source
  }

  private var explanation: String {
    switch reason {
    case .state(let states):
      "the state allows \(list(allowedActions)); \(action) is allowed when \(list(states))"
    case .eventTime(let error):
      error.description
    case .reasonMissing:
      "a reason is required"
    case .dispatchUpwards(let from, let to):
      "the holder is at \(from), the new one at \(to); dispatch to \(from) or below, or ESCALATE"
    case .notHolder(let actor, let holder):
      "only the holder \(holder) may do this, not \(actor)"
    case .level(let from, let expected?, let came):
      "from \(from) the new holder must be at \(expected), came \(came)"
    case .level(let from, nil, _):
      "there is no level above \(from)"
    case .returnTooLate(let lastDay):
      "the last day for a return was \(lastDay)"
    case .returnedBefore(let unit):
      "\(unit) has returned this ticket before; it must handle it or ESCALATE"
    case .extensionLength(let came, let already, let limit):
      "expected 1 to \(max(0, limit - already)) working days, came \(came); \(already) of \(limit) are used up"
    case .extensionTooLate(let deadline):
      "the deadline is \(deadline.date); an extension had to be asked for before it"
    case .mergeIntoItself:
      "a ticket cannot be merged into itself"
    case .leadingTicketState(let leading):
      "\(leading.name) is \(leading.state); merge into a ticket that is being handled"
    case .leadingTicketUnresolved(let leading?):
      "\(leading.name), into which it is merged, is \(leading.state); call back once that is RESOLVED"
    case .leadingTicketUnresolved(nil):
      "the state of the ticket into which it is merged is not known"
    case .notDissatisfied(let said):
      "expected a complainant who is dissatisfied, came \(said.map { "\($0)" } ?? "no answer")"
    }
  }

  private func list(_ values: [some CustomStringConvertible]) -> String {
    values.map(\.description).joined(separator: ", ")
  }
}
