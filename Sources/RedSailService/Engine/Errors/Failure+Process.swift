internal import RPCCore
internal import RedSailAPI
internal import RedSailModel

/// Errors about a step of a process.
extension Failure {
  /// The state of a record does not allow the step.
  static func actionNotAllowed<State: ProcessState, Condition: BilingualText>(
    _ refusal: ProcessRefusal<State, Condition>,
    on name: String
  ) -> RPCError {
    actionNotAllowed(
      refusal.action.description,
      on: name,
      in: refusal.state.description,
      allowedStates: refusal.allowingStates.map(\.description),
      allowedActions: refusal.allowedActions.map(\.description),
      chinese: "“\(name)”：\(refusal.chinese)"
    )
  }

  /// The day of a step lies before that of the step before it.
  static func dayBeforeLast(_ name: String, last: CivilDate, came: CivilDate) -> RPCError {
    make(
      .eventTimeBeforeLast,
      LocalizedText(
        "\(came) lies before the last event of '\(name)' on \(last)",
        "\(came) 早于“\(name)”的上一事件日 \(last)"
      ),
      metadata: ["last_event_time": last.description]
    )
  }

  /// Two parts that exclude each other are played by one person.
  static func samePerson(field: String, _ text: LocalizedText) -> RPCError {
    make(.samePerson, text, metadata: ["field": field])
  }

  /// An amount is more than is left of it.
  static func amountExceeded(field: String, limit: Int64, came: Int64) -> RPCError {
    make(
      .amountExceeded,
      LocalizedText("\(field): at most \(limit), came \(came)", "\(field)：不得超过 \(limit)，实为 \(came)"),
      metadata: ["limit": String(limit), "came": String(came)]
    )
  }

  /// What must be decided before is not.
  static func conditionUnmet(_ condition: String, _ text: LocalizedText) -> RPCError {
    make(.conditionUnmet, text, metadata: ["condition": condition])
  }
}
