internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension ServiceLevelRule {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(category, "category", limit: 64)
    violations.number(Int64(workingDays), "working_days", in: 0...365)
    violations.number(Int64(clockHours), "clock_hours", in: 0...8_760)
    violations.text(source, "source", limit: 500)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: ServiceLevelRule,
    before: ServiceLevelRule?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "service_level_rule.division"
      )
    }
  }
}
