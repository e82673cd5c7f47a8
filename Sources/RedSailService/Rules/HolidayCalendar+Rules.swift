internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension HolidayCalendar {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    if year != 0 { violations.number(Int64(year), "year", in: 2000...2_200) }
    for (index, day) in holidays.enumerated() { violations.date(day, "holidays[\(index)]") }
    for (index, day) in workingDays.enumerated() { violations.date(day, "working_days[\(index)]") }
    violations.text(source, "source", limit: 200)
  }

  static func prepare(
    _ resource: HolidayCalendar,
    before: HolidayCalendar?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.city], field: "holiday_calendar.division")
    }
  }
}
