internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension DutyList {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(role, "role")
    if version != 0 { violations.number(Int64(version), "version", in: 1...10_000) }
    violations.texts(duties, "duties", limit: 500)
    violations.period(from: validFrom, to: validTo)
    let type: ResourceType = role == .committee ? .committee : .firm
    guard !subject.isEmpty, role == .committee || role == .firm, !type.matches(subject) else { return }
    violations.add(
      "subject",
      .invalidField,
      LocalizedText("expected \(type.pattern) for this role, came '\(subject)'", "适用对象与责任主体不符")
    )
  }

  static func prepare(
    _ resource: DutyList,
    before: DutyList?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "duty_list.division"
      )
    }
    let isSame =
      before?.division == resource.division && before?.subject == resource.subject
      && before?.version == resource.version && before?.validFrom == resource.validFrom
      && before?.validTo == resource.validTo
    if !isSame { try checkVersions(of: resource, named: name, in: transaction) }
  }
}
