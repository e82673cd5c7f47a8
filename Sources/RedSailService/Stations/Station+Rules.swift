internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Station {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.publicText(address, "address", limit: 200)
    for (index, value) in facilities.enumerated() { violations.value(value, "facilities[\(index)]", required: true) }
    violations.number(Int64(dutyRoster.count), "duty_roster", in: 0...200)
    for (index, shift) in dutyRoster.enumerated() {
      violations.inside("duty_roster[\(index)]") { violations in
        if shift.weekday == 0 {
          violations.missing("weekday")
        } else {
          violations.number(Int64(shift.weekday), "weekday", in: 1...7)
        }
        violations.person(shift.person, "person", required: true)
        violations.value(shift.role, "role", required: true)
        violations.publicText(shift.hours, "hours", limit: 64)
      }
    }
    violations.publicText(openingHours, "opening_hours", limit: 128)
    violations.number(Int64(volunteerCount), "volunteer_count", in: 0...1_000_000)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Station,
    before: Station?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let moved = before?.division != resource.division
    if moved { try transaction.checkLevel(of: resource.division, [.street, .community], field: "station.division") }
    if moved || before?.grid != resource.grid {
      try transaction.checkPlace(of: resource.grid, within: resource.division, field: "station.grid")
    }
    if !resource.compound.isEmpty, moved || before?.compound != resource.compound {
      try transaction.checkPlace(of: resource.compound, within: resource.division, field: "station.compound")
    }
    guard
      before == nil || before?.validFrom != resource.validFrom || before?.validTo != resource.validTo
        || before?.grid != resource.grid
    else { return }
    try resource.checkGrid(named: name, in: transaction)
    guard let before else { return }
    let station = ColumnValue.text(name.text)
    var dependants = PeriodDependants()
    dependants.periods(Venue.recordKind, .compare("station", .equal, station))
    dependants.events(.compare("station", .equal, station))
    try dependants.check(
      Period(resource.validFrom, resource.validTo),
      before: Period(before.validFrom, before.validTo),
      field: "station",
      in: transaction
    )
  }

  /// A grid has one station at a time.
  private func checkGrid(named name: ResourceName, in snapshot: any StoreSnapshot) throws {
    let others = try snapshot.others(
      Station.self,
      besides: name,
      where: .and([.compare("grid", .equal, .text(grid)), Period(validFrom, validTo).overlapPredicate])
    )
    guard let rival = others.first else { return }
    throw Failure.periodOverlap(
      LocalizedText(
        "'\(grid)' has a station at that time, '\(rival.record.name)'",
        "该网格在此期间已有红帆驿站“\(rival.record.name)”"
      ),
      with: rival.record.name
    )
  }
}
