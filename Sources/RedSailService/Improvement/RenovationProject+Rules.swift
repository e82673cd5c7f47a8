internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension RenovationProject {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    if year != 0 { violations.number(Int64(year), "year", in: 1990...2_200) }
    violations.number(Int64(budgetHundredths), "budget_hundredths", in: 0...100_000_000_000_000)
    violations.texts(contents, "contents", limit: 200)
  }

  static func prepare(
    _ resource: RenovationProject,
    before: RenovationProject?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.county, .street, .community],
        field: "renovation_project.division"
      )
    }
  }
}
