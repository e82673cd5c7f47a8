internal import Foundation
internal import Synchronization

/// The progress bar of the demonstration, on standard error: redrawn in place on a terminal, else a line a tenth.
final class PlayProgress: Sendable {
  private struct State {
    var stage = ""
    var done = 0
    var total = 0
    var shown = -1
  }

  private let state = Mutex(State())
  private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1

  /// Begins a stage of so many steps.
  func begin(_ stage: String, total: Int) {
    state.withLock { $0 = State(stage: stage, total: total) }
    advance(by: 0)
  }

  /// Counts steps as done.
  func advance(by steps: Int = 1) {
    let line: String? = state.withLock { state in
      state.done += steps
      let share = state.total == 0 ? 100 : state.done * 100 / state.total
      let shown = isTerminal ? share : share / 10
      guard shown != state.shown else { return nil }
      state.shown = shown
      return Self.line(state, share: share)
    }
    guard let line else { return }
    let end = isTerminal ? "" : "\n"
    FileHandle.standardError.write(Data(((isTerminal ? "\r\u{1B}[K" : "") + line + end).utf8))
  }

  /// Ends the last stage.
  func finish() {
    if isTerminal { FileHandle.standardError.write(Data("\n".utf8)) }
  }

  private static func line(_ state: State, share: Int) -> String {
    let filled = share * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    return "\(bar) \(share)%  \(state.stage)  \(state.done)/\(state.total)"
  }
}
