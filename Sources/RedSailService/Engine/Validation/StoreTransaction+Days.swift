internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension StoreTransaction {
  /// The day of the server's clock, in Asia/Shanghai.
  var today: CivilDate { time.unixTime.civilDate }

  /// Checks that a day on which something happened does not lie in the future; an absent one is left to the caller.
  func checkPast(_ day: CalendarDate?, field: String) throws {
    guard let day = day?.civilDate, day > today else { return }
    throw Failure.field(
      field,
      .eventTimeInFuture,
      LocalizedText("lies in the future: came \(day), it is \(today) today", "日期 \(day) 晚于今天 \(today)")
    )
  }
}
