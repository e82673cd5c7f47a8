/// A hazard as it stands (隐患): 空中飞线、电动自行车消防隐患 and others.
public struct HazardSnapshot: Sendable, Hashable, ProcessSnapshot {
  /// The state.
  public internal(set) var state: HazardState
  /// Who has to remedy it; empty before the order.
  public internal(set) var responsible: String
  /// The last day for it.
  public internal(set) var due: CivilDate?
  /// The day on which it was remedied.
  public internal(set) var remedied: CivilDate?
  /// The day of the last event.
  public internal(set) var lastEvent: CivilDate

  /// Takes up a hazard; a new one is found on the day of its last event.
  public init(
    state: HazardState = .found,
    responsible: String = "",
    due: CivilDate? = nil,
    remedied: CivilDate? = nil,
    lastEvent: CivilDate
  ) {
    self.state = state
    self.responsible = responsible
    self.due = due
    self.remedied = remedied
    self.lastEvent = lastEvent
  }

  /// Whether the last day has passed without remedy; nothing is overdue once remedied.
  public func isOverdue(on day: CivilDate) -> Bool {
    guard state == .ordered, let due else { return false }
    return day > due
  }
}
