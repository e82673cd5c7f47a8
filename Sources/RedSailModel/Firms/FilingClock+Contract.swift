extension FilingClock {
  /// The clock for filing a property service contract (物业服务合同备案; Shandong: 10 days after signing, §57 of its
  /// property management regulation).
  ///
  /// - Parameters:
  ///   - signed: The day of signing.
  ///   - table: The city's table.
  ///   - divisions: The division and its explicit parents, nearest first, up to the city.
  ///   - calendar: The holiday arrangements known now.
  public init(
    contractSigned signed: CivilDate,
    _ table: RuleTable = .shipped,
    divisions: [String],
    calendar: WorkingCalendar
  ) {
    self.init(table.resolve(.contractFilingDays, divisions: divisions, on: signed), from: signed, calendar: calendar)
  }
}
