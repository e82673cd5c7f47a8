internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Committee {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.number(Int64(seats), "seats", in: 0...99)
    violations.number(Int64(partyMemberCount), "party_member_count", in: 0...99)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Committee,
    before: Committee?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "committee.division")
    }
  }
}
