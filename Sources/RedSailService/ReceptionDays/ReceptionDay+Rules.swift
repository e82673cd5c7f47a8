internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension ReceptionDay {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.publicText(venue, "venue", limit: 128)
    violations.text(minutes, "minutes", limit: 4_000)
    violations.noPersonalData(minutes, "minutes", PersonalDataScan(caller: nil))
    violations.value(kind, "kind")
    violations.value(state, "state")
    violations.number(Int64(attendance), "attendance", in: 0...Int64(Int32.max))
    violations.participants(participants)
    violations.number(Int64(volunteerCount), "volunteer_count", in: 0...Int64(Int32.max))
    if kind == .managerReceptionDay || kind == .reportIn, project.isEmpty { violations.missing("project") }
    if kind == .stationActivity, station.isEmpty { violations.missing("station") }
    if kind == .quarterlyMeeting, compound.isEmpty, project.isEmpty { violations.missing("compound") }
    if kind == .visit, grid.isEmpty, compound.isEmpty { violations.missing("grid") }
    violations.order(plannedStartTime, "planned_start_time", plannedEndTime, "planned_end_time")
    violations.order(startTime, "start_time", endTime, "end_time")
    switch state {
    case .held:
      if startTime == nil { violations.missing("start_time") }
    case .unspecified, .planned:
      for (time, field) in [(startTime, "start_time"), (endTime, "end_time")] where time != nil {
        violations.add(
          field,
          .invalidField,
          LocalizedText("a planned event has not begun: hold it first", "活动尚未举办，不得填写实际时间")
        )
      }
    default: break
    }
  }

  /// A new event is planned or held; one recorded as held lies in the past.
  static func newID(_ id: String, for resource: ReceptionDay, field: String, _ violations: inout Violations) -> String {
    if resource.state == .cancelled {
      violations.add(
        "reception_day.state",
        .invalidField,
        LocalizedText("a new event is PLANNED or HELD; use CancelReceptionDay", "新活动的状态应为已计划或已举办")
      )
    }
    if id.isEmpty { return ResourceID.random() }
    violations.id(id, field)
    return id
  }

  static func prepare(
    _ resource: ReceptionDay,
    before: ReceptionDay?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.county, .street, .community],
        field: "reception_day.division"
      )
    }
    try resource.checkPlaces(before: before, in: transaction)
    for (time, field) in [(resource.startTime, "start_time"), (resource.endTime, "end_time")] {
      var violations = Violations()
      violations.eventTime(time, "reception_day.\(field)", now: transaction.time)
      try violations.check()
    }
    try resource.checkDemands(before: before, named: name, in: transaction)
    guard !resource.project.isEmpty, !resource.compound.isEmpty,
      before?.project != resource.project || before?.compound != resource.compound
    else { return }
    let project = try transaction.referred(Project.self, named: resource.project, field: "reception_day.project")
    guard project.resource.compounds.contains(resource.compound) else {
      throw Failure.field(
        "reception_day.compound",
        .invalidField,
        LocalizedText("'\(resource.compound)' is not managed by '\(resource.project)'", "该小区不属于所选项目")
      )
    }
  }

  /// An event does not begin after what was raised at it.
  private func checkDemands(before: ReceptionDay?, named name: ResourceName, in snapshot: any StoreSnapshot) throws {
    guard let startTime, before != nil, before?.startTime != startTime else { return }
    let earlier = ListQuery(
      Ticket.recordKind,
      where: RecordFilter(
        predicate: .and([
          .compare("reception_day", .equal, .text(name.text)),
          .compare("receive_time", .less, .timestamp(Instant(startTime))),
        ])
      ),
      pageSize: 1
    )
    guard let ticket = try snapshot.list(earlier).records.first else { return }
    throw Failure.field(
      "reception_day.start_time",
      .invalidField,
      LocalizedText(
        "'\(ticket.name)' was raised at the event before \(Instant(startTime).text)",
        "“\(ticket.name)”在该时间之前已在活动中提出"
      )
    )
  }

  /// Where an event takes place lies within its division.
  private func checkPlaces(before: ReceptionDay?, in snapshot: any StoreSnapshot) throws {
    let moved = before?.division != division
    let places = [(station, before?.station, "station"), (grid, before?.grid, "grid")]
    for (place, old, field) in places where !place.isEmpty && (moved || old != place) {
      try snapshot.checkPlace(of: place, within: division, field: "reception_day.\(field)")
    }
  }
}

extension Violations {
  /// Who takes part, by role.
  mutating func participants(_ participants: [ReceptionDay.Participant]) {
    for (index, participant) in participants.enumerated() {
      inside("participants[\(index)]") { violations in
        violations.value(participant.role, "role", required: true)
        violations.person(participant.person, "person")
      }
    }
  }

  /// Two times of which the second does not lie before the first.
  mutating func order(_ first: Timestamp?, _ firstField: String, _ second: Timestamp?, _ secondField: String) {
    let begin = time(first, firstField)
    guard let end = time(second, secondField), let begin, end < begin else { return }
    add(
      secondField,
      .periodReversed,
      LocalizedText("lies before \(firstField): \(end.text), \(begin.text)", "结束时间早于开始时间")
    )
  }
}
