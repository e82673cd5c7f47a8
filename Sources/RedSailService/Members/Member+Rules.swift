internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Member {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    if person != nil { violations.person(person, "person", required: true) }
    violations.value(stage, "stage")
    violations.date(applicationDate, "application_date")
    violations.date(activistDate, "activist_date")
    violations.date(targetDate, "target_date")
    violations.date(probationDate, "probation_date")
    violations.date(fullDate, "full_date")
  }

  static func prepare(
    _ resource: Member,
    before: Member?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "member.division"
      )
    }
  }
}
