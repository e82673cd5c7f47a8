extension ServiceLevelTable {
  /// The table without lines of a city's own.
  public static let initial = ServiceLevelTable(initialEntries)

  /// The lines to start from: the urgent categories in two clock hours everywhere; the rest is left to
  /// ``RuleParameter/ticketDefaultWorkingDays``.
  ///
  /// Two hours is our choice, not a statute's; a city sets its own by adding lines.
  public static let initialEntries = UrgentCategory.allCases.map {
    Entry(category: $0.rawValue, division: nil, period: DatePeriod(from: nil, to: nil), level: .clockHours(2))
  }
}
