internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Programme {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    if year != 0 { violations.number(Int64(year), "year", in: 1949...2_200) }
    violations.number(Int64(number), "number", in: 0...1_000)
    violations.text(leadBody, "lead_body", limit: 128)
    violations.text(target, "target", limit: 2000)
    violations.text(progress, "progress", limit: 2000)
    violations.number(Int64(progressPercent), "progress_percent", in: 0...100)
    violations.date(doneDate, "done_date")
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Programme,
    before: Programme?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.city, .county], field: "programme.division")
    }
  }
}
