/// A table of states and actions, written as text: `x` where the action is allowed.
struct ActionTable {
  /// A cell.
  struct Cell: Sendable, CustomStringConvertible {
    let state: String
    let action: String
    let isAllowed: Bool
    var description: String { "\(action) when \(state)" }
  }

  let cells: [Cell]

  init(_ text: String) {
    let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let actions = rows.first?.dropFirst() ?? []
    cells = rows.dropFirst().flatMap { row in
      zip(actions, row.dropFirst()).map { Cell(state: row[0], action: $0, isAllowed: $1 == "x") }
    }
  }

  /// The actions that a state allows.
  func actions(in state: String) -> [String] { cells.filter { $0.state == state && $0.isAllowed }.map(\.action) }

  /// The states that allow an action.
  func states(allowing action: String) -> [String] { cells.filter { $0.action == action && $0.isAllowed }.map(\.state) }
}
