/// Where the life of a committee stands (业主委员会状态).
public enum CommitteeState: Int32, ProcessState {
  /// Within its term (履职).
  case serving = 1
  /// Ended before its term (终止).
  case dissolved = 2
  /// Recalled by the owners (罢免); the schema keeps it as dissolved, with the reason.
  case recalled = 3
  /// Its term has run out (任期届满); told by the dates, and no state of the schema.
  case expired = 4

  /// The state's name.
  public var description: String {
    switch self {
    case .serving: "SERVING"
    case .expired: "EXPIRED"
    case .dissolved: "DISSOLVED"
    case .recalled: "RECALLED"
    }
  }

  /// The Chinese name.
  public var chinese: String {
    switch self {
    case .serving: "履职"
    case .expired: "任期届满"
    case .dissolved: "已终止"
    case .recalled: "已罢免"
    }
  }

  /// What may be done in this state.
  public var allowedActions: [CommitteeAction] {
    switch self {
    case .serving: [.addMember, .removeMember, .dissolve, .recall]
    case .expired, .dissolved, .recalled: [.handOver]
    }
  }
}
