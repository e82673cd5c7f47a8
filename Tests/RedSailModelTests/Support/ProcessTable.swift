internal import RedSailModel

/// A table of a process written from the domain's text: a line per state, a column per action, `x` where the state allows
/// it and `.` where it does not.
struct ProcessTable<State: ProcessState> {
  let allowed: [State: [State.Action]]

  init(_ text: String) {
    let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let actions = rows[0].dropFirst().map { name in State.Action.allCases.first { $0.description == name } }
    var allowed: [State: [State.Action]] = [:]
    for row in rows.dropFirst() {
      guard let state = State.allCases.first(where: { $0.description == row[0] }) else { continue }
      allowed[state] = zip(actions, row.dropFirst()).compactMap { $1 == "x" ? $0 : nil }
    }
    self.allowed = allowed
  }

  /// Every state with every action, and whether the table allows it.
  var cells: [(state: State, action: State.Action, isAllowed: Bool)] {
    State.allCases.flatMap { state in
      State.Action.allCases.map { (state, $0, allowed[state]?.contains($0) ?? false) }
    }
  }

  /// The states that the table allows an action in.
  func states(allowing action: State.Action) -> [State] {
    State.allCases.filter { allowed[$0]?.contains(action) ?? false }
  }
}
