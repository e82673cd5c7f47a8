/// What the snapshots of all processes have.
protocol ProcessSnapshot {
  /// The day of the last event.
  var lastEvent: CivilDate { get set }
}

/// The condition that all processes share: events keep their order.
protocol ProcessCondition: BilingualText {
  static func beforeLast(day: CivilDate, last: CivilDate) -> Self
}

extension ProcessState {
  /// A step of a process: the state is asked first, then the order of events, then the action's own conditions.
  ///
  /// - Parameters:
  ///   - action: The action.
  ///   - snapshot: The process as it stands in this state.
  ///   - day: The day of the event.
  ///   - perform: Does the action, or returns the condition that fails.
  func step<Snapshot: ProcessSnapshot, Condition: ProcessCondition>(
    _ action: Action,
    of snapshot: Snapshot,
    on day: CivilDate,
    perform: (inout Snapshot) -> Condition?
  ) throws(ProcessRefusal<Self, Condition>) -> Snapshot {
    guard allowedActions.contains(action) else { throw ProcessRefusal(action, in: self) }
    guard day >= snapshot.lastEvent else {
      throw ProcessRefusal(action, in: self, .beforeLast(day: day, last: snapshot.lastEvent))
    }
    var after = snapshot
    after.lastEvent = day
    if let condition = perform(&after) { throw ProcessRefusal(action, in: self, condition) }
    return after
  }
}
