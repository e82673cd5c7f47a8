/// Where a ticket (工单) stands. The raw values are those of the schema.
public enum TicketState: Int32, Sendable, Hashable, CaseIterable {
  /// Received, not yet accepted (已接收).
  case received = 1
  /// Accepted for handling (已受理).
  case accepted = 2
  /// Dispatched to a unit (已转办).
  case dispatched = 3
  /// Signed for by that unit (已签收).
  case signed = 4
  /// Being handled (办理中).
  case inProgress = 5
  /// Resolved (已办结).
  case resolved = 6
  /// The complainant was called back (已回访).
  case calledBack = 7
  /// Closed (已归档).
  case closed = 8
  /// Returned by a unit that it does not belong to; to be dispatched again (已退回).
  case returned = 9
  /// Not accepted; may be reviewed (不予受理).
  case notAccepted = 10
  /// Merged into another ticket; keeps its own call-back (已并单).
  case merged = 11
}

extension TicketState: CustomStringConvertible {
  /// The name of the state in the schema, without its prefix.
  public var description: String {
    switch self {
    case .received: "RECEIVED"
    case .accepted: "ACCEPTED"
    case .dispatched: "DISPATCHED"
    case .signed: "SIGNED"
    case .inProgress: "IN_PROGRESS"
    case .resolved: "RESOLVED"
    case .calledBack: "CALLED_BACK"
    case .closed: "CLOSED"
    case .returned: "RETURNED"
    case .notAccepted: "NOT_ACCEPTED"
    case .merged: "MERGED"
    }
  }
}
