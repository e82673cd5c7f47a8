/// Within which time something must be filed (备案期限): calendar days, the day of the event not counted, a last day on
/// a holiday moved to the next worked one (Civil Code §201, §203).
public struct FilingClock: Sendable, Hashable {
  /// How the filing stands.
  public enum Standing: Int32, Sendable, Hashable, CaseIterable {
    /// Not filed, and there is time.
    case open = 1
    /// Filed in time.
    case filedInTime = 2
    /// Filed after the last day.
    case filedLate = 3
    /// Not filed though the last day has passed.
    case overdue = 4
  }

  /// The last day in time.
  public let due: DueDate
  /// The rule.
  public let rule: RuleValue

  /// Computes the clock from the day of the election, the change or the signing.
  ///
  /// - Parameters:
  ///   - rule: A period in days, such as ``CommitteeRules/filingDays``.
  ///   - day: The day of the event.
  ///   - calendar: The holiday arrangements known now.
  public init(_ rule: RuleValue, from day: CivilDate, calendar: WorkingCalendar) {
    self.rule = rule
    due = calendar.dueDate(calendarDays: rule.integer, from: day)
  }

  /// How the filing stands.
  public func standing(filed: CivilDate?, today: CivilDate) -> Standing {
    if let filed { return filed <= due.date ? .filedInTime : .filedLate }
    return today <= due.date ? .open : .overdue
  }

  /// The breach of a filing that is late or overdue; nil where it is well. A late filing is recorded, not refused.
  public func breach(filed: CivilDate?, today: CivilDate) -> RuleBreach? {
    switch standing(filed: filed, today: today) {
    case .open, .filedInTime: nil
    case .filedLate, .overdue:
      RuleBreach(
        rule,
        came: filed.map(\.description) ?? "-",
        english: "the last day for filing was \(due.date), "
          + (filed.map { "filed \($0)" } ?? "not filed on \(today)"),
        chinese: "备案期限为\(due.date)，" + (filed.map { "实际于\($0)备案" } ?? "至\(today)尚未备案")
      )
    }
  }
}
