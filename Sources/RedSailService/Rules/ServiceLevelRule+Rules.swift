internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension ServiceLevelRule {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(category, "category", limit: 64)
    violations.number(Int64(workingDays), "working_days", in: 0...365)
    violations.number(Int64(clockHours), "clock_hours", in: 0...8_760)
    violations.text(source, "source", limit: 500)
    violations.period(from: validFrom, to: validTo)
    if (workingDays == 0) == (clockHours == 0) {
      violations.add(
        "working_days",
        .invalidField,
        LocalizedText(
          "expected working_days or clock_hours, exactly one of them, came \(workingDays) and \(clockHours)",
          "工作日与小时须且只能填写一项，实为 \(workingDays) 与 \(clockHours)"
        )
      )
    }
  }

  /// One rule holds for a category in a division on a day.
  static func prepare(
    _ resource: ServiceLevelRule,
    before: ServiceLevelRule?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "service_level_rule.division"
      )
    }
    let period = Period(resource.validFrom, resource.validTo)
    let same = Predicate.and([
      .compare("division_name", .equal, .text(resource.division)),
      resource.category.isEmpty ? .isUnset("category") : .compare("category", .equal, .text(resource.category)),
    ])
    if let other = try transaction.overlapping(ServiceLevelRule.self, same, period, besides: name) {
      let theirs = Period(other.validFrom, other.validTo)
      throw Failure.periodOverlap(
        LocalizedText(
          "'\(other.name)' rules the same category in '\(resource.division)' for \(theirs), which overlaps \(period)",
          "该区划同一分类的办理时限“\(other.name)”（\(theirs)）与\(period)重叠"
        ),
        with: other.name
      )
    }
  }

  /// Demands that come from here on go by the new rules.
  static func didWrite(
    _ after: ServiceLevelRule?,
    before: ServiceLevelRule?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    try transaction.renewStamp(RuleBook.stamp)
  }

  /// The rule as a line of the table; nil where it has no length.
  var entry: ServiceLevelTable.Entry? {
    guard workingDays > 0 || clockHours > 0 else { return nil }
    return ServiceLevelTable.Entry(
      category: category.isEmpty ? nil : category,
      division: divisionCode,
      period: DatePeriod(from: validFrom?.civilDate, to: validTo?.civilDate),
      level: workingDays > 0 ? .workingDays(Int(workingDays)) : .clockHours(Int(clockHours))
    )
  }
}
