internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Subsidy {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    if applicant != nil { violations.person(applicant, "applicant", required: true) }
    violations.date(appliedDate, "applied_date")
    if appliedHundredths != 0 {
      violations.number(Int64(appliedHundredths), "applied_hundredths", in: 1...10_000_000_000_000)
    }
  }

  static func prepare(
    _ resource: Subsidy,
    before: Subsidy?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "subsidy.division"
      )
    }
  }
}
