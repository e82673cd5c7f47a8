internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension KeyPost {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.value(post, "post")
    if holder != nil { violations.person(holder, "holder", required: true) }
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
  }
}
