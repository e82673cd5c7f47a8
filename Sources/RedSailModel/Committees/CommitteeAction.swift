/// What is done with a committee during and after its term.
public enum CommitteeAction: Int32, ProcessTerm {
  /// A member joins (增补委员).
  case addMember = 1
  /// A member leaves (委员离任).
  case removeMember = 2
  /// The committee ends before its term (解散).
  case dissolve = 3
  /// The owners recall the committee (罢免).
  case recall = 4
  /// Seals, records and property are handed over (移交).
  case handOver = 5

  /// The action's name.
  public var description: String {
    switch self {
    case .addMember: "ADD_MEMBER"
    case .removeMember: "REMOVE_MEMBER"
    case .dissolve: "DISSOLVE"
    case .recall: "RECALL"
    case .handOver: "HAND_OVER"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .addMember: "增补委员"
    case .removeMember: "委员离任"
    case .dissolve: "解散"
    case .recall: "罢免"
    case .handOver: "移交"
    }
  }
}
