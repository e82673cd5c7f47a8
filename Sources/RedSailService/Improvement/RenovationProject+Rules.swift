internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension RenovationProject {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
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
    try checkPlaces(of: resource, before: before, in: transaction)
  }

  /// A compound that is merged takes its past along; while works go on it stays the one whose owners decided on them.
  static func prepareMoved(
    _ resource: RenovationProject,
    before: RenovationProject,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let running: [State] = [.modeDecided, .approved, .underway]
    if before.compounds != resource.compounds, running.contains(before.state) {
      let state = String((State.layout.name(of: before.state.rawValue) ?? "").dropFirst("STATE_".count))
      throw Failure.field(
        "renovation_project.compounds",
        .actionNotAllowed,
        LocalizedText(
          "the renovation is \(state), its compounds stay: complete or cancel it first, or let this compound take the other's place",
          "改造正在进行，不得变更改造小区：请先完工或取消，或以该小区为保留记录"
        ),
        metadata: [
          "state": state, "action": "move", "allowed_states": "PLANNED, COMPLETED, CANCELLED", "allowed_actions": "",
        ]
      )
    }
    try checkPlaces(of: resource, before: before, in: transaction)
  }

  private static func checkPlaces(
    of resource: RenovationProject,
    before: RenovationProject?,
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
    for (index, compound) in resource.compounds.enumerated() {
      try transaction.checkPlace(
        of: compound,
        within: resource.division,
        field: "renovation_project.compounds[\(index)]"
      )
    }
  }
}
