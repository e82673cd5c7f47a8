extension RuleParameter {
  /// What holds in the whole country where nothing nearer is known. Has no beginning, so that imported history finds
  /// a rule; what the law said before the statute named is not kept.
  public var nationalValue: RuleValue {
    let (quantity, source) = national
    return RuleValue(shipped: self, quantity, RuleValue.nation, source)
  }

  private var national: (RuleQuantity, String) {
    let guidance = "业主大会和业主委员会指导规则（建房〔2009〕274号）"
    let civilCode = "民法典（2021-01-01起施行）第二百七十八条"
    let credit = "山东省物业服务企业信用信息管理办法 (no national rule; Shandong's scale)"
    let development = "中国共产党发展党员工作细则"
    let choice = "RedSail default; load the city's own"
    switch self {
    case .committeeSizeMinimum: return (.integer(5), guidance + "第三十一条")
    case .committeeSizeMaximum: return (.integer(11), guidance + "第三十一条")
    case .committeeSizeOdd: return (.boolean(true), guidance + "第三十一条")
    case .committeeTermMaximumYears: return (.integer(5), guidance + "第三十二条")
    case .committeeReelectionDays: return (.integer(90), guidance + " (three months before expiry, kept as 90 days)")
    case .committeeFilingDays: return (.integer(30), guidance + "第三十三条")
    case .committeeChangeFilingDays: return (.integer(30), guidance + "第三十四条")
    case .committeeHandoverDays: return (.integer(10), guidance)
    case .committeeMinimumPartyPercent: return (.integer(0), "no national rule")
    case .electionParticipation: return (.fraction(Fraction(unchecked: 2, 3)), civilCode)
    case .electionOrdinary: return (.fraction(Fraction(unchecked: 1, 2)), civilCode)
    case .electionSpecial: return (.fraction(Fraction(unchecked: 3, 4)), civilCode)
    case .contractFilingDays: return (.integer(10), "no national rule; Shandong's period")
    case .creditGradeAAA: return (.integer(85), credit)
    case .creditGradeAA: return (.integer(80), credit)
    case .creditGradeA: return (.integer(70), credit)
    case .creditGradeB: return (.integer(60), credit)
    case .ticketDefaultWorkingDays: return (.integer(5), choice)
    case .ticketReturnMaximumWorkingDays: return (.integer(2), choice)
    case .ticketExtensionMaximumWorkingDays: return (.integer(10), choice)
    case .ticketWarningWorkingDays: return (.integer(1), choice)
    case .memberActivistToTargetMonths: return (.integer(12), development + " (一年以上培养教育)")
    case .memberProbationMonths: return (.integer(12), development + " (预备期一年)")
    case .organisationBranchMinimumMembers: return (.integer(3), "中国共产党章程第三十条")
    case .organisationGeneralBranchMinimumMembers: return (.integer(51), "more than 50, as a rule; 党的基层组织设置一般标准")
    case .organisationCommitteeMinimumMembers: return (.integer(101), "more than 100, as a rule; 党的基层组织设置一般标准")
    case .meetingQuarterlyMinimum: return (.integer(1), "季度联席会议制度")
    case .reportSuppressionThreshold: return (.integer(5), choice)
    }
  }
}
