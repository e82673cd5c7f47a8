internal import Foundation
internal import RedSailModel
internal import Testing

@Suite("Civil dates at +08:00")
struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2025-01-01", 20_089), ("0001-01-01", -719_162),
  ])
  func `known day numbers`(text: String, days: Int64) throws {
    let date = try CivilDate(text)
    #expect(date.daysSinceEpoch == days)
    #expect(date.description == text)
  }

  @Test func `every day from 1899 to 2101 agrees with Foundation`() throws {
    var calendar = Foundation.Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for days in Int64(-25_933)...Int64(48_212) {
      let date = CivilDate(daysSinceEpoch: days)
      let known = calendar.dateComponents(
        [.year, .month, .day, .weekday],
        from: Date(timeIntervalSince1970: Double(days) * 86_400)
      )
      let (year, month, day) = date.parts
      guard year == known.year, month == known.month, day == known.day,
        date.isWeekend == (known.weekday == 1 || known.weekday == 7),
        CivilDate(year: year, month: month, day: day) == date
      else {
        Issue.record("\(date) is \(known)")
        return
      }
    }
  }

  @Test(arguments: ["2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00", "0000-01-01"])
  func `days that do not exist are refused`(text: String) {
    #expect(throws: CivilDateError.noSuchDay(text)) { try CivilDate(text) }
  }

  @Test(arguments: [
    "", "2025", "2025-1-01", "2025-01-1", "25-01-01", "2025/01/01", "2025-01-01T00:00", " 2025-01-01", "-025-01-01",
    "+025-01-01", "２025-01-01", "2025-01-01-", "2025--01",
  ])
  func `other shapes are refused`(text: String) {
    #expect(throws: CivilDateError.shape(text)) { try CivilDate(text) }
  }

  /// 2025-10-10T00:00+08:00 is 2025-10-09T16:00Z, 1,760,025,600.
  @Test func `the day changes at midnight in Shanghai`() throws {
    let day = try CivilDate("2025-10-10")
    #expect(day.start == UnixTime(seconds: 1_760_025_600))
    #expect(UnixTime(seconds: 1_760_025_600).civilDate == day)
    #expect(try UnixTime(seconds: 1_760_025_599).civilDate == CivilDate("2025-10-09"))
    #expect(UnixTime(seconds: 1_760_111_999).civilDate == day)
    #expect(day.end == UnixTime(seconds: 1_760_112_000))
  }

  @Test func `times before the epoch have their day too`() throws {
    #expect(try UnixTime(seconds: 0).civilDate == CivilDate("1970-01-01"))
    #expect(try UnixTime(seconds: -28_800).civilDate == CivilDate("1970-01-01"))
    #expect(try UnixTime(seconds: -28_801).civilDate == CivilDate("1969-12-31"))
    #expect(UnixTime(seconds: .max).civilDate > UnixTime(seconds: .min).civilDate)
  }

  @Test func `a time reads as RFC 3339 at +08:00`() {
    #expect(UnixTime(seconds: 1_760_025_599).description == "2025-10-09T23:59:59+08:00")
    #expect(UnixTime(seconds: 0).description == "1970-01-01T08:00:00+08:00")
    #expect(UnixTime(seconds: -28_801).description == "1969-12-31T23:59:59+08:00")
  }
}
