internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Programme {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    if year != 0 { violations.number(Int64(year), "year", in: 1949...2_200) }
    violations.number(Int64(number), "number", in: 0...1_000)
    violations.publicText(leadBody, "lead_body", limit: 128)
    violations.text(target, "target", limit: 2000)
    violations.noPersonalData(target, "target", PersonalDataScan(caller: nil))
    violations.text(progress, "progress", limit: 2000)
    violations.noPersonalData(progress, "progress", PersonalDataScan(caller: nil))
    violations.number(Int64(progressPercent), "progress_percent", in: 0...100)
    let done = violations.date(doneDate, "done_date")
    violations.period(from: validFrom, to: validTo)
    guard let done else { return }
    if progressPercent != 100 {
      violations.add(
        "progress_percent",
        .invalidField,
        LocalizedText("a programme with a done_date is at 100, came \(progressPercent)", "已填完成日期的专项工作进度应为 100%")
      )
    }
    if let first = validFrom?.civilDate, done < first {
      violations.add(
        "done_date",
        .periodReversed,
        LocalizedText("lies before valid_from: \(done), \(first)", "完成日期早于起始日期")
      )
    }
  }

  static func prepare(
    _ resource: Programme,
    before: Programme?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.city, .county], field: "programme.division")
    }
    try transaction.checkPast(["programme.done_date": resource.doneDate])
  }
}
