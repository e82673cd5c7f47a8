internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Candidate {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    if person != nil { violations.person(person, "person", required: true) }
    violations.value(category, "category")
    if proposer != nil { violations.person(proposer, "proposer", required: true) }
  }

  static func prepare(
    _ resource: Candidate,
    before: Candidate?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "candidate.division")
    }
  }
}
