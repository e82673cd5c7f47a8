internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Disclosure {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.date(publicationDate, "publication_date")
    violations.date(periodFrom, "period_from")
    violations.date(periodTo, "period_to")
    violations.text(place, "place", limit: 200)
    violations.sha256(contentSha256, "content_sha256")
  }

  static func prepare(
    _ resource: Disclosure,
    before: Disclosure?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.county, .street, .community], field: "disclosure.division")
    }
  }
}
