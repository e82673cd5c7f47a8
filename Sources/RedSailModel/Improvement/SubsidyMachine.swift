/// The course of a subsidy as a pure function: applied → approved or refused → paid, in instalments or at once. The approver is never the applicant,
/// and paid ≤ approved ≤ applied.
public struct SubsidyMachine: Sendable {
  /// The refusal of a step.
  public typealias Refusal = ProcessRefusal<SubsidyState, SubsidyCondition>

  /// Makes a state machine.
  public init() {}

  /// Applies a command.
  ///
  /// - Parameters:
  ///   - command: The action with what it needs.
  ///   - subsidy: The application as it stands.
  ///   - day: The day of the event.
  /// - Throws: ``Refusal``.
  public func apply(
    _ command: SubsidyCommand,
    to subsidy: SubsidySnapshot,
    on day: CivilDate
  ) throws(Refusal) -> SubsidySnapshot {
    try subsidy.state.step(command.action, of: subsidy, on: day) { perform(command, on: &$0) }
  }

  private func perform(_ command: SubsidyCommand, on subsidy: inout SubsidySnapshot) -> SubsidyCondition? {
    switch command {
    case .approve(let approver, let amount):
      guard approver != subsidy.applicant else { return .applicantDecides(approver) }
      guard amount >= 1, amount <= subsidy.applied else { return .amount(came: amount, limit: subsidy.applied) }
      subsidy.approved = amount
      subsidy.state = .approved
    case .refuse(let approver, let reason):
      guard approver != subsidy.applicant else { return .applicantDecides(approver) }
      guard !reason.allSatisfy(\.isWhitespace) else { return .reasonMissing }
      subsidy.state = .refused
    case .pay(let amount):
      let left = subsidy.approved - subsidy.paid
      guard amount >= 1, amount <= left else { return .amount(came: amount, limit: left) }
      subsidy.paid += amount
      if subsidy.paid == subsidy.approved { subsidy.state = .paid }
    }
    return nil
  }
}
