internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel

extension CityPlan {
  /// When the registers were loaded: on the eve of the year.
  static let recordsBegin = CivilDate(daysSinceEpoch: lastDay.daysSinceEpoch - 396).start

  /// The first day on which anything happens: 2025-01-02.
  static let firstDay = lastDay.advanced(byDays: -394)

  static func timestamp(_ time: UnixTime) -> Timestamp {
    .with { $0.seconds = time.seconds }
  }

  /// A day in the words of the calendar, for days that stand in a document.
  static func day(_ year: Int32, _ month: Int32, _ day: Int32) -> CalendarDate {
    .with {
      $0.year = year
      $0.month = month
      $0.day = day
    }
  }

  /// The opening of the offices on a day: 9:00.
  static func morning(_ date: CivilDate) -> UnixTime { date.start.advanced(bySeconds: 9 * 3_600) }

  static func calendarDate(_ date: CivilDate) -> CalendarDate {
    .with {
      let parts = date.parts
      $0.year = Int32(parts.year)
      $0.month = Int32(parts.month)
      $0.day = Int32(parts.day)
    }
  }
}
