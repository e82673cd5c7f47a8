/// A hazard as it stands (隐患): 空中飞线、电动自行车消防隐患 and others.
public struct HazardSnapshot: Sendable, Hashable, ProcessSnapshot {
  /// The state.
  public internal(set) var state: HazardState
  /// The last day for the remedy.
  public internal(set) var due: CivilDate?
  /// The day on which it was remedied.
  public internal(set) var remedied: CivilDate?
  /// Who remedied it.
  public internal(set) var remediedBy: String?
  /// The day of the last event.
  public internal(set) var lastEvent: CivilDate

  /// Takes up a hazard; a new one is found on the day of its last event.
  public init(
    state: HazardState = .found,
    due: CivilDate? = nil,
    remedied: CivilDate? = nil,
    remediedBy: String? = nil,
    lastEvent: CivilDate
  ) {
    self.state = state
    self.due = due
    self.remedied = remedied
    self.remediedBy = remediedBy
    self.lastEvent = lastEvent
  }

  /// Whether the last day has passed without remedy; nothing is overdue once remedied.
  public func isOverdue(on day: CivilDate) -> Bool {
    guard state == .ordered, let due else { return false }
    return day > due
  }
}
