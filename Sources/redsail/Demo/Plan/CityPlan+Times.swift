internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel

extension CityPlan {
  /// When the registers were loaded: on the eve of the year.
  static let recordsBegin = timestamp(CivilDate(daysSinceEpoch: lastDay.daysSinceEpoch - 396).start)

  /// The first day on which anything happens: 2025-01-02.
  static let firstDay = lastDay.advanced(byDays: -394)

  static func timestamp(_ time: UnixTime) -> Timestamp {
    .with { $0.seconds = time.seconds }
  }

  static func calendarDate(_ date: CivilDate) -> CalendarDate {
    .with {
      let parts = date.parts
      $0.year = Int32(parts.year)
      $0.month = Int32(parts.month)
      $0.day = Int32(parts.day)
    }
  }
}
