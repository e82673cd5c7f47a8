internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension PolicyDocument {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 200)
    violations.text(documentNumber, "document_number", limit: 64)
    if version != 0 { violations.number(Int64(version), "version", in: 1...10_000) }
    violations.publicText(issuingBody, "issuing_body", limit: 128)
    violations.date(issueDate, "issue_date")
    violations.value(topic, "topic")
    violations.texts(measures, "measures", limit: 500)
    violations.sha256(contentSha256, "content_sha256")
    violations.period(from: validFrom, to: validTo)
    if !supersedes.isEmpty, validFrom == nil { violations.missing("valid_from") }
  }

  static func prepare(
    _ resource: PolicyDocument,
    before: PolicyDocument?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "policy_document.division"
      )
    }
    let isSame =
      before?.supersedes == resource.supersedes && before?.version == resource.version
      && before?.validFrom == resource.validFrom
    if !resource.supersedes.isEmpty, !isSame { try supersede(resource, named: name, in: transaction) }
  }
}
