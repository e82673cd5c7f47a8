/// The life of a committee after its election, as a pure function. A change of members starts the clock of
/// ``CommitteeRules/changeFilingDays``, an end that of ``CommitteeRules/handoverDays``.
public struct CommitteeMachine: Sendable {
  /// The refusal of a step.
  public typealias Refusal = ProcessRefusal<CommitteeState, CommitteeCondition>

  /// The rules for the committee.
  public let rules: CommitteeRules

  /// Makes a state machine.
  public init(rules: CommitteeRules) {
    self.rules = rules
  }

  /// Applies a command.
  ///
  /// - Parameters:
  ///   - command: The action with what it needs.
  ///   - committee: The committee as it stands.
  ///   - day: The day of the event; the state is that of this day.
  /// - Throws: ``Refusal``.
  public func apply(
    _ command: CommitteeCommand,
    to committee: CommitteeSnapshot,
    on day: CivilDate
  ) throws(Refusal) -> CommitteeSnapshot {
    try committee.state(on: day).step(command.action, of: committee, on: day) { perform(command, on: &$0, day) }
  }

  private func perform(
    _ command: CommitteeCommand,
    on committee: inout CommitteeSnapshot,
    _ day: CivilDate
  ) -> CommitteeCondition? {
    switch command {
    case .addMember(let key, let isPartyMember):
      return add(CommitteeMember(key: key, isPartyMember: isPartyMember, joined: day), to: &committee)
    case .removeMember(let key, let reason):
      guard !reason.allSatisfy(\.isWhitespace) else { return .reasonMissing }
      guard let index = committee.members.firstIndex(where: { $0.key == key && $0.serves(on: day) }) else {
        return .unknownMember(key)
      }
      committee.members[index].left = day
    case .dissolve(let reason), .recall(let reason):
      guard !reason.allSatisfy(\.isWhitespace) else { return .reasonMissing }
      committee.ending = .init(command.action == .recall ? .recalled : .dissolved, on: day)
    case .handOver:
      if let before = committee.handedOver { return .handedOver(before) }
      committee.handedOver = day
    }
    return nil
  }

  private func add(_ member: CommitteeMember, to committee: inout CommitteeSnapshot) -> CommitteeCondition? {
    let serving = committee.members(on: member.joined)
    guard !serving.contains(where: { $0.key == member.key }) else { return .memberTwice(member.key) }
    let maximum = rules.sizeMaximum
    let breach = rules.sizeBreaches(members: serving.count + 1).first { $0.rule == maximum }
    if let breach { return .rule(breach) }
    committee.members.append(member)
    return nil
  }
}
