internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Indicator {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.text(code, "code", limit: 32)
    violations.number(Int64(position), "position", in: 0...1_000)
    violations.text(report, "report", limit: 64)
    violations.text(figure, "figure", limit: 64)
    for (index, value) in responsibleRoles.enumerated() {
      violations.value(value, "responsible_roles[\(index)]", required: true)
    }
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Indicator,
    before: Indicator?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.city], field: "indicator.division")
    }
  }
}
