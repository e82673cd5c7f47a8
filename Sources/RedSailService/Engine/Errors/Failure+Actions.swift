internal import RPCCore
internal import RedSailAPI

extension Failure {
  /// The record's state does not allow an action.
  ///
  /// - Parameters:
  ///   - action: What was to be done.
  ///   - name: The record.
  ///   - state: Where it stands.
  ///   - allowedStates: Where it would have to stand.
  ///   - allowedActions: What may be done with it as it stands.
  ///   - chinese: The sentence for people.
  static func actionNotAllowed(
    _ action: String,
    on name: String,
    in state: String,
    allowedStates: [String],
    allowedActions: [String],
    chinese: String
  ) -> RPCError {
    let states = allowedStates.joined(separator: ", ")
    return make(
      .actionNotAllowed,
      LocalizedText("'\(name)' is \(state); \(action) needs \(states)", chinese),
      metadata: [
        "state": state, "action": action, "allowed_states": states,
        "allowed_actions": allowedActions.joined(separator: ", "),
      ]
    )
  }

  /// There is a record for the same thing already.
  static func duplicate(of name: String, _ text: LocalizedText) -> RPCError {
    make(.duplicateRecord, text, metadata: ["name": name])
  }
}
