internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Indicator {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.text(code, "code", limit: 32)
    violations.number(Int64(position), "position", in: 0...1_000)
    violations.text(report, "report", limit: 64)
    violations.text(figure, "figure", limit: 64)
    if report.isEmpty != figure.isEmpty { violations.missing(report.isEmpty ? "report" : "figure") }
    checkMeasure(&violations)
    for (index, value) in responsibleRoles.enumerated() {
      violations.value(value, "responsible_roles[\(index)]", required: true)
    }
    violations.period(from: validFrom, to: validTo)
    guard let target else { return }
    violations.inside("target") { violations in
      violations.value(target.direction, "direction", required: true)
      violations.text(target.unit, "unit", limit: 32)
      if target.year != 0 { violations.number(Int64(target.year), "year", in: 2000...2_200) }
      if !target.value.isFinite {
        violations.add("value", .invalidField, LocalizedText("expected a number, came \(target.value)", "目标值应为数字"))
      }
    }
    if report.isEmpty { violations.missing("report") }
  }

  /// What measures a leaf is a figure of a report that there is: another would never be measured.
  private func checkMeasure(_ violations: inout Violations) {
    guard !report.isEmpty, !figure.isEmpty else { return }
    guard let definition = ReportCatalogue.report(report) else {
      violations.add(
        "report",
        .invalidField,
        LocalizedText("there is no report '\(report)'; ListReports tells which there are", "没有报表“\(report)”")
      )
      return
    }
    let known = definition.figures.map(\.key)
    guard !known.contains(figure) else { return }
    violations.add(
      "figure",
      .invalidField,
      LocalizedText(
        "report '\(report)' has no figure '\(figure)'; there are \(known.joined(separator: ", "))",
        "报表“\(report)”没有指标项“\(figure)”"
      )
    )
  }

  /// The nodes make a tree in which only leaves are measured, and a code stands for one node on a day.
  static func prepare(
    _ resource: Indicator,
    before: Indicator?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.city], field: "indicator.division")
    }
    let period = Period(resource.validFrom, resource.validTo)
    let same = Predicate.compare("code", .equal, .text(resource.code))
    if let other = try transaction.overlapping(Indicator.self, same, period, besides: name) {
      throw Failure.periodOverlap(
        LocalizedText(
          "code \(resource.code) is that of '\(other.name)' at that time",
          "指标代码 \(resource.code) 在此期间属于“\(other.name)”"
        ),
        with: other.name
      )
    }
    if resource.isMeasured {
      let below = Predicate.compare("parent_indicator", .equal, .text(name.text))
      if let child = try transaction.overlapping(Indicator.self, below, Period(nil, nil), besides: name) {
        throw Failure.field(
          "indicator.report",
          .invalidParent,
          LocalizedText(
            "only leaves have a report and a target, and '\(child.name)' stands below this one",
            "只有末级指标可以设置统计和目标，“\(child.name)”在本指标之下"
          )
        )
      }
    }
    if before?.parentIndicator != resource.parentIndicator {
      try checkParent(of: resource, named: name, in: transaction)
    }
  }

  private static func checkParent(
    of resource: Indicator,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    var above = resource.parentIndicator
    while !above.isEmpty {
      guard above != name.text else {
        throw Failure.field(
          "indicator.parent_indicator",
          .invalidParent,
          LocalizedText(
            "'\(resource.parentIndicator)' is '\(name.text)' or stands below it",
            "上级指标不能是本指标或其下级"
          )
        )
      }
      guard let record = try transaction.record(recordKind, named: above) else { return }
      let parent = try StoredRecord<Indicator>(record).resource
      guard above != resource.parentIndicator || !parent.isMeasured else {
        throw Failure.field(
          "indicator.parent_indicator",
          .invalidParent,
          LocalizedText(
            "'\(above)' has a report or a target, so it is a leaf: take those away first",
            "“\(above)”已设置统计或目标，为末级指标，不能再有下级"
          )
        )
      }
      above = parent.parentIndicator
    }
  }

  /// Whether it is a leaf with a report or a target.
  var isMeasured: Bool { !report.isEmpty || target != nil }
}
