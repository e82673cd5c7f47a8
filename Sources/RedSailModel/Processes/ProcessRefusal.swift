/// Why a step of a process is refused: the state does not allow it, or one of its own conditions fails.
public struct ProcessRefusal<State: ProcessState, Condition: BilingualText>: Error, BilingualText {
  /// The state of the process.
  public let state: State
  /// The action that was asked for.
  public let action: State.Action
  /// The condition that fails; nil where the state does not allow the action.
  public let condition: Condition?

  init(_ action: State.Action, in state: State, _ condition: Condition? = nil) {
    self.state = state
    self.action = action
    self.condition = condition
  }

  /// What the state allows.
  public var allowedActions: [State.Action] { state.allowedActions }

  /// The states that allow the action.
  public var allowingStates: [State] { State.allCases.filter { $0.allowedActions.contains(action) } }

  /// The state, the action, and what is wrong.
  public var english: String {
    let explanation =
      condition?.english
      ?? "the state allows \(list(allowedActions.map(\.description), none: "nothing")); "
      + "\(action) is allowed when \(list(allowingStates.map(\.description), none: "never"))"
    return "\(action) when \(state): \(explanation)"
  }

  /// The same in Chinese.
  public var chinese: String {
    condition?.chinese
      ?? "当前状态为\(state.chinese)，不能\(action.chinese)；当前可以：\(allowedActions.map(\.chinese).joined(separator: "、"))"
  }

  private func list(_ names: [String], none: String) -> String {
    names.isEmpty ? none : names.joined(separator: ", ")
  }
}

extension ProcessRefusal: CustomStringConvertible {
  /// The English sentence.
  public var description: String { english }
}
