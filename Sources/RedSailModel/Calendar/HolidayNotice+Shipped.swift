extension HolidayNotice {
  /// The notices that ship with RedSail, oldest first.
  public static let shipped: [HolidayNotice] = [year2025, year2026]

  /// 2025. Compared with the notice's text as Xinhua carried it on 2024-11-12.
  public static let year2025 = HolidayNotice(
    shipped: 2025,
    source: "国务院办公厅关于2025年部分节假日安排的通知, 国办发明电〔2024〕12号, 2024-11-12",
    holidays: [
      days(2025, (1, 1), (1, 1)),  // 元旦
      days(2025, (1, 28), (2, 4)),  // 春节
      days(2025, (4, 4), (4, 6)),  // 清明节
      days(2025, (5, 1), (5, 5)),  // 劳动节
      days(2025, (5, 31), (6, 2)),  // 端午节
      days(2025, (10, 1), (10, 8)),  // 国庆节、中秋节
    ],
    makeUpWorkingDays: [
      CivilDate(unchecked: 2025, 1, 26), CivilDate(unchecked: 2025, 2, 8), CivilDate(unchecked: 2025, 4, 27),
      CivilDate(unchecked: 2025, 9, 28), CivilDate(unchecked: 2025, 10, 11),
    ]
  )

  /// 2026. Compared with the notice's text as Xinhua carried it on 2025-11-04 (politics.gmw.cn, content_38391083).
  public static let year2026 = HolidayNotice(
    shipped: 2026,
    source: "国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号, 2025-11-04",
    holidays: [
      days(2026, (1, 1), (1, 3)),  // 元旦
      days(2026, (2, 15), (2, 23)),  // 春节
      days(2026, (4, 4), (4, 6)),  // 清明节
      days(2026, (5, 1), (5, 5)),  // 劳动节
      days(2026, (6, 19), (6, 21)),  // 端午节
      days(2026, (9, 25), (9, 27)),  // 中秋节
      days(2026, (10, 1), (10, 7)),  // 国庆节
    ],
    makeUpWorkingDays: [
      CivilDate(unchecked: 2026, 1, 4), CivilDate(unchecked: 2026, 2, 14), CivilDate(unchecked: 2026, 2, 28),
      CivilDate(unchecked: 2026, 5, 9), CivilDate(unchecked: 2026, 9, 20), CivilDate(unchecked: 2026, 10, 10),
    ]
  )

  private static func days(
    _ year: Int,
    _ first: (month: Int, day: Int),
    _ last: (month: Int, day: Int)
  ) -> ClosedRange<CivilDate> {
    CivilDate(unchecked: year, first.month, first.day)...CivilDate(unchecked: year, last.month, last.day)
  }
}
