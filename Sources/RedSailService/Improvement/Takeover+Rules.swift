internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Takeover {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.date(takeoverDate, "takeover_date")
    violations.text(previousManagement, "previous_management", limit: 128)
    violations.texts(defects, "defects", limit: 200)
    violations.number(Int64(remediedCount), "remedied_count", in: 0...10_000)
  }

  static func prepare(
    _ resource: Takeover,
    before: Takeover?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.street, .community], field: "takeover.division")
    }
  }
}
