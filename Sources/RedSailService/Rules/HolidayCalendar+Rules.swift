internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension HolidayCalendar {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    if year != 0 { violations.number(Int64(year), "year", in: 2000...2_200) }
    violations.text(source, "source", limit: 200)
    if validateDays(holidays, "holidays", &violations), validateDays(workingDays, "working_days", &violations) {
      validateNotice(&violations)
    }
  }

  /// That the days exist, each once.
  private func validateDays(_ days: [CalendarDate], _ field: String, _ violations: inout Violations) -> Bool {
    let known = violations.all.count
    violations.number(Int64(days.count), field, in: 0...366)
    var seen: Set<CivilDate> = []
    for (index, day) in days.enumerated() {
      guard let date = violations.date(day, "\(field)[\(index)]"), !seen.insert(date).inserted else { continue }
      violations.add("\(field)[\(index)]", .invalidField, LocalizedText("\(date) is named twice", "\(date) 重复"))
    }
    return violations.all.count == known
  }

  /// That they make an arrangement.
  private func validateNotice(_ violations: inout Violations) {
    func note(_ day: CivilDate, english: String, chinese: String) {
      let place =
        workingDays.firstIndex { $0.civilDate == day }.map { "working_days[\($0)]" }
        ?? holidays.firstIndex { $0.civilDate == day }.map { "holidays[\($0)]" }
      violations.add(place ?? "holidays", .invalidField, LocalizedText(english, chinese))
    }
    do throws(HolidayNoticeError) {
      _ = try notice
    } catch {
      switch error {
      case .otherYear(let day, let year):
        note(day, english: error.description, chinese: "\(day) 不属于 \(year) 年，也不在上一年 12 月")
      case .makeUpDayOnWeekday(let day):
        note(day, english: error.description, chinese: "调休上班日 \(day) 应为周六或周日")
      case .bothHolidayAndWorked(let day):
        note(day, english: error.description, chinese: "\(day) 既为放假日又为上班日")
      }
    }
  }

  /// One arrangement is loaded for a year.
  static func prepare(
    _ resource: HolidayCalendar,
    before: HolidayCalendar?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.city], field: "holiday_calendar.division")
    }
    let same = Predicate.compare("year", .equal, .integer(Int64(resource.year)))
    if let other = try transaction.overlapping(HolidayCalendar.self, same, Period(nil, nil), besides: name) {
      throw Failure.periodOverlap(
        LocalizedText(
          "the holiday calendar of \(resource.year) is loaded already, as '\(other.name)': update that",
          "\(resource.year) 年的节假日安排已录入（“\(other.name)”），请修改原记录"
        ),
        with: other.name
      )
    }
  }

  /// Due dates are counted by the new arrangement from here on, and those of the tickets that are open anew: in this
  /// transaction, so that no crash and no reader comes in between.
  static func didWrite(
    _ after: HolidayCalendar?,
    before: HolidayCalendar?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    try transaction.renewStamp(RuleBook.stamp)
    guard let year = (after ?? before)?.year, after?.days != before?.days else { return }
    try DueDateRecount(transaction: transaction).run(year: Int(year))
  }

  /// What the due dates depend on.
  private var days: [[CalendarDate]] { [holidays, workingDays] }

  /// The arrangement as the rules count by it.
  var notice: HolidayNotice {
    get throws(HolidayNoticeError) {
      try HolidayNotice(
        year: Int(year),
        source: source,
        holidays: holidays.compactMap(\.civilDate).map { $0...$0 },
        makeUpWorkingDays: workingDays.compactMap(\.civilDate)
      )
    }
  }
}
