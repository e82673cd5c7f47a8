internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension DutyList {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(role, "role")
    if version != 0 { violations.number(Int64(version), "version", in: 1...10_000) }
    violations.texts(duties, "duties", limit: 500)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: DutyList,
    before: DutyList?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "duty_list.division"
      )
    }
  }
}
