/// A renovation project as it stands (老旧小区改造项目).
public struct RenovationSnapshot: Sendable, Hashable, ProcessSnapshot {
  /// The state.
  public internal(set) var state: RenovationState
  /// The way of property management, once decided.
  public internal(set) var mode: PropertyManagementMode?
  /// The day of the last event.
  public internal(set) var lastEvent: CivilDate

  /// Takes up a project; a new one is planned on the day of its last event.
  public init(state: RenovationState = .planned, mode: PropertyManagementMode? = nil, lastEvent: CivilDate) {
    self.state = state
    self.mode = mode
    self.lastEvent = lastEvent
  }
}
