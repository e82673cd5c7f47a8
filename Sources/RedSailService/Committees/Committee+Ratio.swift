internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The share of party members of a committee (党员比例), watched for as long as it serves.
extension Committee {
  /// Opens a rectification task where the share lies below the minimum, and completes it once that is mended.
  static func didWrite(
    _ after: Committee?,
    before: Committee?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    guard let after, after.ratioBreached || before?.ratioBreached == true || before == nil else { return }
    let open = try transaction.openRatioRectifications(of: name.text)
    if after.ratioBreached {
      if open.isEmpty { try after.openRectification(in: transaction) }
      return
    }
    for task in open {
      let moment = EventMoment(following: after, onto: task.lastEvent, in: transaction)
      var done = task.resource
      done.state = .done
      done.doneDate = CalendarDate(moment.event.unixTime.civilDate)
      done.result = after.state == .serving ? "党员比例已达标（系统自动核销）" : "业主委员会已终止（系统自动核销）"
      guard let taskName = ResourceType.rectification.parse(task.record.name) else { continue }
      try transaction.update(task, to: done, named: taskName, moment)
    }
  }

  private func openRectification(in transaction: any StoreTransaction) throws {
    let id = ResourceID.random()
    let text = ResourceType.rectification.name(city: transaction.city, id: id)
    let task = Rectification.with {
      $0.division = division
      $0.displayName = "党员比例未达标"
      $0.kind = .partyRatio
      $0.subject = name
      $0.breach = warnings.last { $0.field == "party_member_count" }
    }
    try transaction.create(
      task,
      named: ResourceName(text: text, city: transaction.city, id: id),
      EventMoment(following: self, onto: nil, in: transaction),
      keepingOutputs: true
    )
  }
}

extension StoreSnapshot {
  /// The open tasks about a committee's share of party members.
  func openRatioRectifications(of committee: String) throws -> [StoredRecord<Rectification>] {
    let query = ListQuery(
      Rectification.recordKind,
      where: RecordFilter(
        predicate: .matching([
          "subject": .text(committee), "kind": .integer(Int64(Rectification.Kind.partyRatio.rawValue)),
          "state": .integer(Int64(Rectification.State.open.rawValue)),
        ])
      )
    )
    return try list(query).records.map { try StoredRecord($0) }
  }
}
