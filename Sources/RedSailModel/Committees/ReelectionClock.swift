/// When the re-election of a committee must have started (换届启动期限).
public struct ReelectionClock: Sendable, Hashable {
  /// How the re-election stands.
  public enum Standing: Int32, Sendable, Hashable, CaseIterable {
    /// Not started, and there is time.
    case open = 1
    /// Started in time.
    case startedInTime = 2
    /// Started after the last day for it.
    case startedLate = 3
    /// Not started though the last day for it has passed.
    case overdue = 4
  }

  /// The last day on which the re-election may start.
  public let latestStart: CivilDate
  /// The rule.
  public let rule: RuleValue

  /// Computes the clock. 90 days before the last day of a term are counted without that day; a start day that is a
  /// holiday does not move, for the period runs backwards.
  public init(_ term: CommitteeTerm, rules: CommitteeRules) {
    rule = rules.reelectionDays
    latestStart = term.lastDay.advanced(byDays: -rule.integer)
  }

  /// How the re-election stands.
  ///
  /// - Parameters:
  ///   - started: The day on which it started, or nil while it has not.
  ///   - today: The day to judge by.
  public func standing(started: CivilDate?, today: CivilDate) -> Standing {
    if let started { return started <= latestStart ? .startedInTime : .startedLate }
    return today <= latestStart ? .open : .overdue
  }

  /// The breach of a re-election that started late or has not started in time; nil where it is well.
  public func breach(started: CivilDate?, today: CivilDate) -> RuleBreach? {
    switch standing(started: started, today: today) {
    case .open, .startedInTime: nil
    case .startedLate, .overdue:
      RuleBreach(
        rule,
        came: started.map(\.description) ?? "-",
        english: "the re-election had to start by \(latestStart), "
          + (started.map { "started \($0)" } ?? "has not started on \(today)"),
        chinese: "换届工作至迟应于\(latestStart)启动，" + (started.map { "实际于\($0)启动" } ?? "至\(today)尚未启动")
      )
    }
  }
}
