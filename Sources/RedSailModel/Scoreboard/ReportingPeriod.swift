/// The periods that the article's figures speak of.
public enum ReportingPeriod {
  /// 去年以来: from 1 January of the year before a day to that day. Seen on 2026-01-31 it starts on 2025-01-01.
  public static func sinceLastYear(asOf day: CivilDate) -> ClosedRange<CivilDate> {
    CivilDate(unchecked: day.year - 1, 1, 1)...day
  }
}
