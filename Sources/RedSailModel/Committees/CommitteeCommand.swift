/// An action on a committee with what it needs.
public enum CommitteeCommand: Sendable, Hashable {
  /// A member joins, on the day of the event.
  case addMember(key: String, isPartyMember: Bool)
  /// A member leaves, on the day of the event.
  case removeMember(key: String, reason: String)
  /// The committee ends before its term.
  case dissolve(reason: String)
  /// The owners recall the committee.
  case recall(reason: String)
  /// Seals, records and property are handed over.
  case handOver

  /// The action.
  public var action: CommitteeAction {
    switch self {
    case .addMember: .addMember
    case .removeMember: .removeMember
    case .dissolve: .dissolve
    case .recall: .recall
    case .handOver: .handOver
    }
  }
}
