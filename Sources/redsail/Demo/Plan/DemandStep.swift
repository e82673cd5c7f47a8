internal import RedSailAPI
internal import RedSailModel

/// One thing done to a demand after it was received.
struct DemandStep {
  /// What was done, with what that action alone needs.
  enum Action {
    case accept
    case dispatch(Ticket.Holder)
    case sign
    case start
    case resolve(Ticket.Resolution, answer: String)
    case callBack(Ticket.Satisfaction)
    case close
    case giveBack(actingUnit: String)
    case extend(workingDays: Int32)
    case escalate(actingUnit: String, to: Ticket.Holder)
    case refuse(Ticket.NonAcceptanceReason)
    case merge(into: String)
    case reopen
  }

  let action: Action
  /// When it happened.
  let time: UnixTime
}
