internal import RedSailModel
internal import Testing

@Suite("Working days (工作日)")
struct WorkingCalendarTests {
  let calendar = WorkingCalendar.shipped

  /// The vectors of the domain document, then counts by hand over New Year, weekends and make-up days.
  @Test(arguments: [
    (5, "2025-09-26", "2025-10-10"), (5, "2025-01-23", "2025-02-06"), (5, "2025-04-30", "2025-05-12"),
    // Over New Year: Dec 30, Dec 31, then Jan 4, the make-up Sunday, Jan 5 and 6.
    (5, "2025-12-29", "2026-01-06"),
    (1, "2025-12-31", "2026-01-04"), (1, "2024-12-31", "2025-01-02"),
    // Received on a make-up Sunday, on a holiday, on a plain Saturday: the start day never counts.
    (1, "2025-01-26", "2025-01-27"), (1, "2025-10-01", "2025-10-09"), (1, "2025-03-08", "2025-03-10"),
    // The last day is a make-up working day itself.
    (1, "2025-10-10", "2025-10-11"), (4, "2025-02-05", "2025-02-10"), (3, "2025-02-05", "2025-02-08"),
    (3, "2025-04-24", "2025-04-28"), (2, "2025-04-24", "2025-04-27"),
    // Spring Festival 2026 with make-up Saturdays on both sides.
    (5, "2026-02-12", "2026-02-26"), (5, "2026-02-24", "2026-03-02"), (2, "2026-02-13", "2026-02-24"),
    // 2026: Labour Day with May 9, Mid-Autumn with Sep 20, National Day with Oct 10.
    (5, "2026-04-30", "2026-05-11"), (2, "2026-09-18", "2026-09-21"), (5, "2026-09-30", "2026-10-13"),
    (10, "2025-03-03", "2025-03-17"),
  ])
  func `working days from a day`(days: Int, start: String, due: String) throws {
    let found = try calendar.dueDate(workingDays: days, from: CivilDate(start))
    #expect(found.date.description == due)
    #expect(!found.isProvisional)
  }

  @Test(arguments: [
    (30, "2025-09-02", "2025-10-09"), (30, "2025-03-03", "2025-04-02"), (2, "2025-01-24", "2025-01-26"),
    (7, "2025-01-25", "2025-02-05"), (1, "2025-03-07", "2025-03-10"), (0, "2025-05-02", "2025-05-06"),
  ])
  func `a last day on a holiday moves`(days: Int, start: String, due: String) throws {
    #expect(try calendar.dueDate(calendarDays: days, from: CivilDate(start)).date.description == due)
  }

  @Test func `a period of no working days ends on the day itself or the next worked one`() throws {
    #expect(try calendar.dueDate(workingDays: 0, from: CivilDate("2025-03-07")).date.description == "2025-03-07")
    #expect(try calendar.dueDate(workingDays: 0, from: CivilDate("2025-03-08")).date.description == "2025-03-10")
  }

  /// Working days of the years, counted from the notices: 365 − 104 weekend days − weekdays off + weekend days worked.
  @Test(arguments: [(2025, 248), (2026, 248)])
  func `the year has its working days`(year: Int, expected: Int) throws {
    let first = try #require(CivilDate(year: year, month: 1, day: 1))
    let worked = (0..<365).count { calendar.isWorkingDay(first.advanced(byDays: $0)) }
    #expect(worked == expected)
  }

  @Test func `the shipped notices pass the checks and name their source`() throws {
    for notice in HolidayNotice.shipped {
      let checked = try HolidayNotice(
        year: notice.year,
        source: notice.source,
        holidays: notice.holidays,
        makeUpWorkingDays: notice.makeUpWorkingDays
      )
      #expect(checked == notice)
      #expect(notice.source.contains("国办发明电〔\(notice.year - 1)〕"))
    }
    #expect(HolidayNotice.shipped.map(\.year) == [2025, 2026])
  }

  @Test func `a year that is not loaded counts Monday to Friday and says so`() throws {
    let due = try calendar.dueDate(workingDays: 5, from: CivilDate("2026-12-29"))
    #expect(due == DueDate(date: try CivilDate("2027-01-05"), isProvisional: true))
    let before = try calendar.dueDate(workingDays: 2, from: CivilDate("2026-12-29"))
    #expect(before == DueDate(date: try CivilDate("2026-12-31"), isProvisional: false))
  }

  @Test func `the warning ahead of a missing year starts sixty days before it`() throws {
    #expect(try calendar.firstProvisionalDay(from: CivilDate("2026-11-01")) == nil)
    #expect(try calendar.firstProvisionalDay(from: CivilDate("2026-11-02")) == CivilDate("2027-01-01"))
    #expect(try calendar.firstProvisionalDay(within: 0, from: CivilDate("2027-05-01")) == CivilDate("2027-05-01"))
  }

  @Test func `a notice may reach into the December before and no further`() throws {
    // New Year's Day 2023: days off 2022-12-31 to 2023-01-02 (国办发明电〔2022〕16号).
    let newYear = try CivilDate("2022-12-31")...CivilDate("2023-01-02")
    let notice = try HolidayNotice(year: 2023, source: "test", holidays: [newYear], makeUpWorkingDays: [])
    let loaded = try WorkingCalendar([notice])
    #expect(try loaded.dueDate(workingDays: 1, from: CivilDate("2022-12-30")).date == CivilDate("2023-01-03"))
    let november = try CivilDate("2022-11-30")
    #expect(throws: HolidayNoticeError.otherYear(november, year: 2023)) {
      try HolidayNotice(
        year: 2023,
        source: "test",
        holidays: [november...newYear.upperBound],
        makeUpWorkingDays: []
      )
    }
  }

  @Test func `notices that contradict themselves are refused`() throws {
    let saturday = try CivilDate("2027-01-02")
    let monday = try CivilDate("2027-01-04")
    #expect(throws: HolidayNoticeError.makeUpDayOnWeekday(monday)) {
      try HolidayNotice(year: 2027, source: "test", holidays: [], makeUpWorkingDays: [monday])
    }
    #expect(throws: HolidayNoticeError.bothHolidayAndWorked(saturday)) {
      try HolidayNotice(year: 2027, source: "test", holidays: [saturday...monday], makeUpWorkingDays: [saturday])
    }
    #expect(throws: WorkingCalendarError.yearTwice(2025)) {
      try WorkingCalendar([HolidayNotice.year2025, HolidayNotice.year2025])
    }
  }
}
