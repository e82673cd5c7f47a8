internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Violations {
  /// A day that exists and has come, in Asia/Shanghai.
  @discardableResult
  mutating func pastDay(_ value: CalendarDate?, _ field: String, required: Bool = false, now: Instant) -> CivilDate? {
    guard let day = date(value, field, required: required) else { return nil }
    let today = now.unixTime.civilDate
    guard day > today else { return day }
    add(
      field,
      .eventTimeInFuture,
      LocalizedText("lies in the future: came \(day), it is \(today) today", "日期 \(day) 晚于今天")
    )
    return nil
  }
}

extension StoreTransaction {
  /// Checks that days of a resource have come; `fields` gives each with its path from the request.
  func checkPast(_ fields: KeyValuePairs<String, CalendarDate?>) throws {
    var violations = Violations()
    for (field, day) in fields { violations.pastDay(day, field, now: time) }
    try violations.check()
  }
}
