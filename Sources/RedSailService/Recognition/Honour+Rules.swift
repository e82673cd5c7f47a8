internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Honour {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.value(level, "level")
    violations.number(Int64(batch), "batch", in: 0...1_000)
    if year != 0 { violations.number(Int64(year), "year", in: 1949...2_200) }
    violations.text(awardingBody, "awarding_body", limit: 128)
    violations.texts(criteria, "criteria", limit: 500)
    violations.text(documentNumber, "document_number", limit: 64)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Honour,
    before: Honour?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "honour.division"
      )
    }
  }
}
