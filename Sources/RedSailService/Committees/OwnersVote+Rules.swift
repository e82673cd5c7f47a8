internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension OwnersVote {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(matter, "matter")
    violations.date(voteDate, "vote_date")
  }

  static func prepare(
    _ resource: OwnersVote,
    before: OwnersVote?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "owners_vote.division")
    }
  }
}
