extension RuleParameter {
  /// The kind of value, its range, its unit and its names.
  public var definition: RuleDefinition {
    switch self {
    case .committeeSizeMinimum: .init(.integer(1...99), .seats, "least committee size", "业主委员会委员人数下限")
    case .committeeSizeMaximum: .init(.integer(1...99), .seats, "greatest committee size", "业主委员会委员人数上限")
    case .committeeSizeOdd: .init(.boolean, .truth, "odd committee size", "业主委员会委员人数为单数")
    case .committeeTermMaximumYears: .init(.integer(1...10), .years, "longest committee term", "业主委员会任期上限")
    case .committeeReelectionDays:
      .init(.integer(0...365), .days, "start of the re-election before expiry", "任期届满前启动换届的期限")
    case .committeeFilingDays: .init(.integer(1...365), .days, "committee filing period", "业主委员会备案期限")
    case .committeeChangeFilingDays:
      .init(.integer(1...365), .days, "committee change filing period", "业主委员会变更备案期限")
    case .committeeHandoverDays: .init(.integer(1...365), .days, "committee handover period", "业主委员会移交期限")
    case .committeeMinimumPartyPercent:
      .init(.integer(0...100), .percent, "least share of party members on a committee", "业主委员会委员党员比例下限")
    case .electionParticipation: .init(.fraction, .share, "least participation in a vote", "参与表决的最低比例")
    case .electionOrdinary:
      .init(.fraction, .share, "share that an ordinary decision must exceed", "一般事项须超过的同意比例")
    case .electionSpecial: .init(.fraction, .share, "least share for a special decision", "特别事项的最低同意比例")
    case .contractFilingDays: .init(.integer(1...365), .days, "contract filing period", "物业服务合同备案期限")
    case .creditGradeAAA: .init(.integer(0...200), .points, "least score for credit grade AAA", "信用AAA级最低分")
    case .creditGradeAA: .init(.integer(0...200), .points, "least score for credit grade AA", "信用AA级最低分")
    case .creditGradeA: .init(.integer(0...200), .points, "least score for credit grade A", "信用A级最低分")
    case .creditGradeB: .init(.integer(0...200), .points, "least score for credit grade B", "信用B级最低分")
    case .ticketDefaultWorkingDays:
      .init(.integer(1...365), .workingDays, "default handling period", "工单默认办理时限")
    case .ticketReturnMaximumWorkingDays:
      .init(.integer(0...30), .workingDays, "period for returning a ticket", "工单退回期限")
    case .ticketExtensionMaximumWorkingDays:
      .init(.integer(0...365), .workingDays, "longest extension of a ticket", "工单延期上限")
    case .ticketWarningWorkingDays:
      .init(.integer(0...30), .workingDays, "warning before the due date", "工单到期预警提前期")
    case .memberActivistToTargetMonths:
      .init(.integer(1...120), .months, "training of an activist", "入党积极分子培养教育期")
    case .memberProbationMonths: .init(.integer(1...120), .months, "probation of a party member", "预备党员预备期")
    case .organisationBranchMinimumMembers:
      .init(.integer(1...10_000), .persons, "least full members of a branch", "党支部正式党员人数下限")
    case .organisationGeneralBranchMinimumMembers:
      .init(.integer(1...10_000), .persons, "least full members of a general branch", "党总支正式党员人数下限")
    case .organisationCommitteeMinimumMembers:
      .init(.integer(1...10_000), .persons, "least full members of a committee", "党委正式党员人数下限")
    case .meetingQuarterlyMinimum:
      .init(.integer(0...90), .meetings, "joint meetings in a quarter", "每季度联席会议次数下限")
    case .reportSuppressionThreshold:
      .init(.integer(3...1_000), .persons, "threshold of small-number suppression", "小数值抑制阈值")
    }
  }

  /// The parameter of a key, as the API writes it.
  ///
  /// - Throws: ``RuleValueError/unknownKey(_:)``.
  public init(key: String) throws(RuleValueError) {
    guard let parameter = RuleParameter(rawValue: key) else { throw .unknownKey(key) }
    self = parameter
  }
}
