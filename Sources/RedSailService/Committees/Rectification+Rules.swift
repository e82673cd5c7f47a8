internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Rectification {
  /// The actions on a task, and the states that allow them.
  enum Action: String, StateAction {
    case complete

    var allowedStates: [Rectification.State] { [.open] }
  }

  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.date(dueDate, "due_date")
    violations.text(plan, "plan", limit: 2000)
    violations.noPersonalData(plan, "plan", PersonalDataScan(caller: nil))
    guard kind == .partyRatio, !subject.isEmpty, !ResourceType.committee.matches(subject) else { return }
    violations.add(
      "subject",
      .invalidField,
      LocalizedText("the kind PARTY_RATIO is about a committee, came '\(subject)'", "党员比例整改的对象应为业委会")
    )
  }

  mutating func derive(from name: ResourceName) {
    if state == .unspecified { state = .open }
  }

  static func prepare(
    _ resource: Rectification,
    before: Rectification?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.county, .street, .community],
        field: "rectification.division"
      )
    }
    guard before == nil, resource.kind == .partyRatio, resource.state == .open else { return }
    let others = try transaction.openRatioRectifications(of: resource.subject).map(\.record.name)
    guard let other = others.first(where: { $0 != name.text }) else { return }
    throw Failure.duplicate(
      of: other,
      LocalizedText("'\(other)' is open for '\(resource.subject)'", "该业委会已有未完成的党员比例整改任务")
    )
  }

  /// A task that is loaded stands for the one that the loading of its committee has opened.
  static func prepareLoaded(_ resource: Rectification, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  {
    if resource.kind == .partyRatio, resource.state == .open {
      for task in try transaction.openRatioRectifications(of: resource.subject) where task.resource.isUntouched {
        guard let opened = ResourceType.rectification.parse(task.record.name), opened.text != name.text else {
          continue
        }
        let moment = EventMoment(following: task.resource, onto: task.lastEvent, in: transaction)
        _ = try transaction.delete(task, named: opened, moment, referrers: Referrers([]))
      }
    }
    try prepare(resource, before: nil, named: name, in: transaction)
  }

  /// Nobody has worked on it since it was opened.
  private var isUntouched: Bool { plan.isEmpty && dueDate == nil }

  /// The task after it was done, or cancelled as opened in error.
  func completed(_ request: CompleteRectificationRequest, in snapshot: any StoreSnapshot) throws -> Rectification {
    try Action.complete.check(state, of: name)
    if kind == .partyRatio, !request.cancelled {
      let committee = try snapshot.stored(Committee.self, named: subject).resource
      guard !committee.ratioBreached else {
        throw Failure.conditionUnmet(
          "'\(subject)' reaches the minimum party ratio",
          LocalizedText(
            "'\(subject)' does not reach the minimum party ratio yet: the task is completed once it does",
            "该业委会党员比例仍未达标，达标后自动核销"
          )
        )
      }
    }
    var completed = self
    completed.state = request.cancelled ? .cancelled : .done
    completed.doneDate = request.doneDate
    completed.result = request.result
    return completed
  }
}
