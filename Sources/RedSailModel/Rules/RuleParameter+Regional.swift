extension RuleParameter {
  /// What ships for provinces and cities; their values have no beginning, except where a policy began.
  public static let regionalValues: [RuleValue] = shandong + jining + rizhao

  private static let shandongRegulation = "山东省物业管理条例"
  private static let rizhaoRegulation = "日照市物业管理条例"

  private static let shandong: [RuleValue] = [
    RuleValue(shipped: .committeeSizeMinimum, .integer(5), "370000", shandongRegulation),
    RuleValue(shipped: .committeeSizeOdd, .boolean(true), "370000", shandongRegulation),
    RuleValue(shipped: .committeeTermMaximumYears, .integer(5), "370000", shandongRegulation),
    RuleValue(shipped: .committeeReelectionDays, .integer(90), "370000", shandongRegulation),
    RuleValue(shipped: .committeeFilingDays, .integer(30), "370000", shandongRegulation),
    RuleValue(shipped: .committeeChangeFilingDays, .integer(30), "370000", shandongRegulation),
    RuleValue(shipped: .contractFilingDays, .integer(10), "370000", shandongRegulation + "第五十七条"),
    RuleValue(shipped: .creditGradeAAA, .integer(85), "370000", creditMeasures),
    RuleValue(shipped: .creditGradeAA, .integer(80), "370000", creditMeasures),
    RuleValue(shipped: .creditGradeA, .integer(70), "370000", creditMeasures),
    RuleValue(shipped: .creditGradeB, .integer(60), "370000", creditMeasures),
  ]

  private static let creditMeasures = "山东省物业服务企业信用信息管理办法"

  /// The article names no first day of the 60 %; 2021-01-01 is our choice, before all of its elections, and a city
  /// that knows better loads its own line.
  private static let jining: [RuleValue] = [
    RuleValue(
      shipped: .committeeMinimumPartyPercent,
      .integer(60),
      "370800",
      from: CivilDate(unchecked: 2021, 1, 1),
      "济宁市：新增、换届业委会成员中，党员比例全部达到60%以上"
    )
  ]

  private static let rizhao: [RuleValue] = [
    RuleValue(shipped: .committeeSizeMinimum, .integer(3), "371100", rizhaoRegulation),
    RuleValue(shipped: .committeeSizeMaximum, .integer(11), "371100", rizhaoRegulation),
    RuleValue(shipped: .committeeSizeOdd, .boolean(true), "371100", rizhaoRegulation),
    RuleValue(shipped: .committeeReelectionDays, .integer(60), "371100", rizhaoRegulation),
    RuleValue(shipped: .committeeFilingDays, .integer(30), "371100", rizhaoRegulation),
    RuleValue(shipped: .committeeChangeFilingDays, .integer(15), "371100", rizhaoRegulation),
  ]
}
