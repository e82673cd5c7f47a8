internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Venue {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    if kind == .station, station.isEmpty { violations.missing("station") }
    if kind != .station, !station.isEmpty {
      violations.add(
        "station",
        .invalidField,
        LocalizedText("only a venue of KIND_STATION is a station", "非红帆驿站类场所不得填写驿站")
      )
    }
    violations.publicText(address, "address", limit: 200)
    violations.number(Int64(capacity), "capacity", in: 0...100_000)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Venue,
    before: Venue?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let moved = before?.division != resource.division
    if moved {
      try transaction.checkLevel(of: resource.division, [.county, .street, .community], field: "venue.division")
    }
    if !resource.station.isEmpty, moved || before?.station != resource.station {
      try transaction.checkPlace(of: resource.station, within: resource.division, field: "venue.station")
    }
    guard let before, before.validFrom != resource.validFrom || before.validTo != resource.validTo else { return }
    var dependants = PeriodDependants()
    dependants.times(
      Booking.recordKind,
      .and([.compare("venue", .equal, .text(name.text)), .is("state", Booking.State.booked)]),
      "start_time",
      "end_time"
    )
    try dependants.check(
      Period(resource.validFrom, resource.validTo),
      before: Period(before.validFrom, before.validTo),
      field: "venue",
      in: transaction
    )
  }
}
