internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// What is done with a record, and the states that allow it.
protocol StateAction: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  associatedtype State: OpenEnum
  /// The states in which it may be done.
  var allowedStates: [State] { get }
}

extension StateAction {
  /// Throws unless a record's state allows the action.
  func check(_ state: State, of name: String) throws(RPCError) {
    guard !allowedStates.contains(state) else { return }
    throw Failure.actionNotAllowed(
      rawValue,
      on: name,
      in: Self.text(state),
      allowedStates: allowedStates.map(Self.text),
      allowedActions: Self.allCases.filter { $0.allowedStates.contains(state) }.map(\.rawValue),
      chinese: "“\(name)”当前状态不允许该操作"
    )
  }

  /// A state's name without the prefix of its enum.
  private static func text(_ state: State) -> String {
    let zero = State.layout.name(of: 0) ?? ""
    let prefix = zero.hasSuffix("UNSPECIFIED") ? zero.dropLast("UNSPECIFIED".count).count : 0
    return String((State.layout.name(of: state.rawValue) ?? "").dropFirst(prefix))
  }
}

extension Failure {
  /// A day lies before one that it follows.
  static func before(_ field: String, _ day: CivilDate, _ earlier: CivilDate, _ what: LocalizedText) -> RPCError {
    self.field(
      field,
      .periodReversed,
      LocalizedText("\(day) lies before \(what.english) on \(earlier)", "\(day)早于\(what.chinese)（\(earlier)）")
    )
  }
}
