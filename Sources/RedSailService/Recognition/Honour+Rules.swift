internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Honour {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.value(level, "level")
    violations.number(Int64(batch), "batch", in: 0...1_000)
    if year != 0 { violations.number(Int64(year), "year", in: 1949...2_200) }
    violations.publicText(awardingBody, "awarding_body", limit: 128)
    violations.texts(criteria, "criteria", limit: 500)
    violations.text(documentNumber, "document_number", limit: 64)
    violations.period(from: validFrom, to: validTo)
    let types = Self.subjects(of: kind)
    // What can have no honour at all is left to the check of references.
    guard !types.isEmpty, !types.contains(where: { $0.matches(subject) }),
      Self.everySubject.contains(where: { $0.matches(subject) })
    else { return }
    violations.add(
      "subject",
      .invalidField,
      LocalizedText(
        "expected \(types.map(\.pattern).joined(separator: ", ")) for this kind, came '\(subject)'",
        "该荣誉类型不适用于所选对象“\(subject)”"
      )
    )
  }

  private static let everySubject = resourceReferences.filter { $0.field == "subject" }.flatMap {
    $0.targets.map(\.type)
  }

  /// What may have an honour of a kind; empty for everything.
  private static func subjects(of kind: Kind) -> [ResourceType] {
    switch kind {
    case .modelCompound: [.compound]
    case .qualityBenchmark: [.firm, .project]
    case .redCommittee: [.committee]
    case .redFirm: [.firm]
    default: []
    }
  }

  static func prepare(
    _ resource: Honour,
    before: Honour?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "honour.division"
      )
      try transaction.checkPlace(of: resource.subject, within: resource.division, field: "honour.subject")
    }
    guard
      before == nil || before?.year != resource.year || before?.batch != resource.batch
        || before?.displayName != resource.displayName || before?.subject != resource.subject
    else { return }
    let others = try transaction.others(
      Honour.self,
      besides: name,
      where: .compare("subject", .equal, .text(resource.subject))
    )
    guard let rival = others.first(where: { resource.isSame(as: $0.resource) }) else { return }
    throw Failure.duplicate(
      of: rival.record.name,
      LocalizedText(
        "'\(resource.subject)' has this honour of \(resource.year), batch \(resource.batch), by '\(rival.record.name)'",
        "该对象在\(resource.year)年度第\(resource.batch)批已有该荣誉（“\(rival.record.name)”）"
      )
    )
  }

  /// Whether another honour of the same subject is this one. Those without a kind of their own go by their names.
  private func isSame(as other: Honour) -> Bool {
    guard kind == other.kind, year == other.year, batch == other.batch else { return false }
    return kind == .commendation || kind == .other ? displayName == other.displayName : true
  }
}
