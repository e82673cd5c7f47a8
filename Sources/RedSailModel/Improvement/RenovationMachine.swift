/// The course of a renovation project as a pure function: planned → mode decided → approved → started → completed. It is
/// not approved before a way of property management is decided (把落实物业管理作为老旧小区改造的先决条件).
public struct RenovationMachine: Sendable {
  /// The refusal of a step.
  public typealias Refusal = ProcessRefusal<RenovationState, RenovationCondition>

  /// Makes a state machine.
  public init() {}

  /// Applies a command.
  ///
  /// - Parameters:
  ///   - command: The action with what it needs.
  ///   - project: The project as it stands.
  ///   - day: The day of the event.
  /// - Throws: ``Refusal``.
  public func apply(
    _ command: RenovationCommand,
    to project: RenovationSnapshot,
    on day: CivilDate
  ) throws(Refusal) -> RenovationSnapshot {
    try project.state.step(command.action, of: project, on: day) { perform(command, on: &$0) }
  }

  private func perform(
    _ command: RenovationCommand,
    on project: inout RenovationSnapshot
  ) -> RenovationCondition? {
    switch command {
    case .decideMode(let mode, let decision):
      guard !decision.allSatisfy(\.isWhitespace) else { return .decisionMissing }
      project.mode = mode
      project.state = .modeDecided
    case .approve: project.state = .approved
    case .start: project.state = .underway
    case .complete: project.state = .completed
    case .cancel(let reason):
      guard !reason.allSatisfy(\.isWhitespace) else { return .reasonMissing }
      project.state = .cancelled
    }
    return nil
  }
}
