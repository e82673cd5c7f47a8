internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Election {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    if seats != 0 { violations.number(Int64(seats), "seats", in: 1...99) }
    violations.number(Int64(termYears), "term_years", in: 0...10)
    violations.date(plannedBallotDate, "planned_ballot_date")
    violations.date(startDate, "start_date")
  }

  static func prepare(
    _ resource: Election,
    before: Election?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "election.division")
    }
  }
}
