internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Takeover {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.date(takeoverDate, "takeover_date")
    violations.publicText(previousManagement, "previous_management", limit: 128)
    violations.texts(defects, "defects", limit: 200)
    violations.number(Int64(remediedCount), "remedied_count", in: 0...Int64(defects.count))
  }

  static func prepare(
    _ resource: Takeover,
    before: Takeover?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "takeover.division")
      try transaction.checkPlace(of: resource.compound, within: resource.division, field: "takeover.compound")
    }
    guard before?.project != resource.project || before?.takeoverDate != resource.takeoverDate else { return }
    try transaction.checkPast(["takeover.takeover_date": resource.takeoverDate])
    guard !resource.project.isEmpty else { return }
    try transaction.checkProject(resource.project, isOf: resource.firm, field: "takeover.project")
    try transaction.checkProject(resource.project, manages: resource.compound, field: "takeover.project")
    let project = try transaction.referred(Project.self, named: resource.project, field: "takeover.project").resource
    guard let taken = resource.takeoverDate?.civilDate, let ended = project.validTo?.civilDate, ended <= taken else {
      return
    }
    throw Failure.periodOutside(
      field: "takeover.takeover_date",
      of: resource.project,
      period: Period(project.validFrom, project.validTo).description
    )
  }
}
