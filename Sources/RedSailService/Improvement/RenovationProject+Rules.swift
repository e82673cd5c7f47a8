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
    for (index, compound) in compounds.enumerated() {
      if compound.isEmpty {
        violations.missing("compounds[\(index)]")
      } else if compounds[..<index].contains(compound) {
        violations.add(
          "compounds[\(index)]",
          .invalidField,
          LocalizedText("'\(compound)' stands in the list twice", "小区重复：“\(compound)”")
        )
      }
    }
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
    guard before?.division != resource.division || before?.compounds != resource.compounds else { return }
    if let before, before.compounds != resource.compounds, before.state != .planned {
      throw Failure.field(
        "renovation_project.compounds",
        .invalidField,
        LocalizedText(
          "can be changed while the project is PLANNED: later the owners of these compounds have decided",
          "确定物业管理模式后不得变更改造小区"
        )
      )
    }
    for (index, compound) in resource.compounds.enumerated() {
      try transaction.checkPlace(
        of: compound,
        within: resource.division,
        field: "renovation_project.compounds[\(index)]"
      )
    }
  }
}
