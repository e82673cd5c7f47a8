/// The handling of a hazard as a pure function: found → remediation ordered → remedied → verified; a remediation that is
/// found wanting is ordered again.
public struct HazardMachine: Sendable {
  /// The refusal of a step.
  public typealias Refusal = ProcessRefusal<HazardState, HazardCondition>

  /// Makes a state machine.
  public init() {}

  /// Applies a command.
  ///
  /// - Parameters:
  ///   - command: The action with what it needs.
  ///   - hazard: The hazard as it stands.
  ///   - day: The day of the event.
  /// - Throws: ``Refusal``.
  public func apply(
    _ command: HazardCommand,
    to hazard: HazardSnapshot,
    on day: CivilDate
  ) throws(Refusal) -> HazardSnapshot {
    try hazard.state.step(command.action, of: hazard, on: day) { perform(command, on: &$0, day) }
  }

  private func perform(
    _ command: HazardCommand,
    on hazard: inout HazardSnapshot,
    _ day: CivilDate
  ) -> HazardCondition? {
    switch command {
    case .order(let due):
      guard due >= day else { return .dueBefore(due: due, order: day) }
      hazard.due = due
      hazard.state = .ordered
    case .remedy(let party):
      hazard.remedied = day
      hazard.remediedBy = party
      hazard.state = .remedied
    case .verify(let verifier):
      guard verifier != hazard.remediedBy else { return .remedierVerifies(verifier) }
      hazard.state = .verified
    case .reject(let verifier, let due):
      guard verifier != hazard.remediedBy else { return .remedierVerifies(verifier) }
      guard due >= day else { return .dueBefore(due: due, order: day) }
      hazard.remedied = nil
      hazard.remediedBy = nil
      hazard.due = due
      hazard.state = .ordered
    }
    return nil
  }
}
