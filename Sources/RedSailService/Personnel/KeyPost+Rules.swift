internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension KeyPost {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.value(post, "post")
    if holder != nil { violations.person(holder, "holder", required: true) }
    if post == .projectManager, project.isEmpty { violations.missing("project") }
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: KeyPost,
    before: KeyPost?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "key_post.division"
      )
    }
    guard
      before == nil || before?.validFrom != resource.validFrom || before?.validTo != resource.validTo
        || before?.project != resource.project
    else { return }
    let period = Period(resource.validFrom, resource.validTo)
    try transaction.checkPeriod(period, insideFirm: resource.firm, field: "key_post.valid_to")
    guard !resource.project.isEmpty else { return }
    let field = "key_post.project"
    let project = try transaction.referred(Project.self, named: resource.project, field: field).resource
    guard project.firm == resource.firm else {
      throw Failure.field(
        field,
        .invalidField,
        LocalizedText(
          "'\(resource.project)' is a project of '\(project.firm)', not of '\(resource.firm)'",
          "该项目不属于所选企业"
        )
      )
    }
    let whole = Period(project.validFrom, project.validTo)
    guard whole.contains(period) else {
      throw Failure.periodOutside(field: "key_post.valid_to", of: resource.project, period: whole.description)
    }
    if resource.post == .projectManager { try checkManager(resource, period, named: name, in: transaction) }
  }

  /// A project has one manager at a time.
  private static func checkManager(
    _ resource: KeyPost,
    _ period: Period,
    named name: ResourceName,
    in snapshot: any StoreSnapshot
  ) throws {
    let others = try snapshot.others(
      KeyPost.self,
      besides: name,
      where: .and([.compare("project", .equal, .text(resource.project)), period.overlapPredicate])
    )
    guard let rival = others.first(where: { $0.resource.post == .projectManager }) else { return }
    throw Failure.periodOverlap(
      LocalizedText(
        "'\(resource.project)' has a manager at that time, '\(rival.record.name)': end that post first",
        "该项目在此期间已有项目经理“\(rival.record.name)”"
      ),
      with: rival.record.name
    )
  }
}
