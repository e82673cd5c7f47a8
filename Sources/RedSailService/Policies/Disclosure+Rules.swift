internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Disclosure {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.date(publicationDate, "publication_date")
    let from = violations.date(periodFrom, "period_from")
    let to = violations.date(periodTo, "period_to")
    if let from, let to, to <= from {
      violations.add(
        "period_to",
        .periodReversed,
        LocalizedText("the period must end after it begins: period_from \(from), period_to \(to)", "所涉期间止须晚于起")
      )
    }
    if kind == .committeeWork, ResourceType.project.matches(subject) {
      violations.add(
        "subject",
        .invalidField,
        LocalizedText(
          "expected \(ResourceType.committee.pattern) for COMMITTEE_WORK, came '\(subject)'",
          "业委会工作须由业委会公开"
        )
      )
    }
    violations.publicText(place, "place", limit: 200)
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
    if before?.publicationDate != resource.publicationDate {
      try transaction.checkPast(["disclosure.publication_date": resource.publicationDate])
    }
    guard before?.compound != resource.compound, !resource.compound.isEmpty else { return }
    if ResourceType.project.matches(resource.subject) {
      try transaction.checkProject(resource.subject, manages: resource.compound, field: "disclosure.compound")
    } else {
      try checkCommittee(of: resource, in: transaction)
    }
  }

  /// A committee tells the owners of the compounds that it governs; one of the community those of all that lie there.
  private static func checkCommittee(of resource: Disclosure, in transaction: any StoreTransaction) throws {
    let field = "disclosure.compound"
    let committee = try transaction.referred(Committee.self, named: resource.subject, field: "disclosure.subject")
      .resource
    if committee.kind == .community {
      return try transaction.checkPlace(of: resource.compound, within: committee.division, field: field)
    }
    guard !committee.compounds.contains(resource.compound) else { return }
    throw Failure.field(
      field,
      .invalidField,
      LocalizedText("'\(committee.name)' does not govern '\(resource.compound)'", "该业委会不管辖所选小区")
    )
  }
}
