/// The rules that the law leaves to a province, a city or a year (规则参数): kept as data per division and validity
/// period, never as constants. The raw value is the key of the API.
public enum RuleParameter: String, Sendable, Hashable, CaseIterable {
  // Owners' committees (业主委员会)

  /// The least number of committee members (委员人数下限).
  case committeeSizeMinimum = "committee.size.minimum"
  /// The greatest number of committee members (委员人数上限).
  case committeeSizeMaximum = "committee.size.maximum"
  /// Whether the number of committee members must be odd (委员人数为单数).
  case committeeSizeOdd = "committee.size.odd"
  /// The longest term of a committee (任期上限).
  case committeeTermMaximumYears = "committee.term.maximum_years"
  /// How long before a term ends the re-election must have started (换届启动提前期).
  case committeeReelectionDays = "committee.reelection.days_before_expiry"
  /// Within how many days of its election a committee is filed (备案期限).
  case committeeFilingDays = "committee.filing.days"
  /// Within how many days a change is filed (变更备案期限).
  case committeeChangeFilingDays = "committee.change_filing.days"
  /// Within how many days of its end a committee hands over seals, records and property (移交期限).
  case committeeHandoverDays = "committee.handover.days"
  /// The least share of party members on a committee (委员党员比例下限); policy, not law.
  case committeeMinimumPartyPercent = "committee.minimum_party_percent"

  // Owners' votes (业主共同决定)

  /// The least share of area and of heads that takes part (参与表决比例); the number itself is enough.
  case electionParticipation = "election.participation"
  /// The share of the participants that an ordinary decision must exceed (一般事项同意比例).
  case electionOrdinary = "election.ordinary"
  /// The least share of the participants for a special decision (特别事项同意比例); the number itself is enough.
  case electionSpecial = "election.special"

  // Firms and contracts (物业服务企业、合同)

  /// Within how many days of signing a contract is filed (合同备案期限).
  case contractFilingDays = "contract.filing.days"
  /// The least score for grade AAA (信用 AAA 级下限).
  case creditGradeAAA = "credit.grade.aaa"
  /// The least score for grade AA (信用 AA 级下限).
  case creditGradeAA = "credit.grade.aa"
  /// The least score for grade A (信用 A 级下限).
  case creditGradeA = "credit.grade.a"
  /// The least score for grade B (信用 B 级下限).
  case creditGradeB = "credit.grade.b"

  // Tickets (工单)

  /// How long handling may take where no table says otherwise (默认办理时限).
  case ticketDefaultWorkingDays = "ticket.default_working_days"
  /// How long after its dispatch a ticket may be returned (退单期限).
  case ticketReturnMaximumWorkingDays = "ticket.return.maximum_working_days"
  /// What all extensions of a ticket may add together (延期上限).
  case ticketExtensionMaximumWorkingDays = "ticket.extension.maximum_working_days"
  /// How long before the due date a ticket turns yellow (预警提前期).
  case ticketWarningWorkingDays = "ticket.warning_working_days"

  // Party (党建)

  /// How long an activist is trained before becoming a development target (积极分子培养期).
  case memberActivistToTargetMonths = "member.activist_to_target_months"
  /// How long probation lasts (预备期).
  case memberProbationMonths = "member.probation_months"
  /// Full members of a branch, at least (党支部正式党员下限); warns only.
  case organisationBranchMinimumMembers = "organisation.branch.minimum_members"
  /// Full members of a general branch, at least (党总支正式党员下限); warns only.
  case organisationGeneralBranchMinimumMembers = "organisation.general_branch.minimum_members"
  /// Full members of a committee, at least (党委正式党员下限); warns only.
  case organisationCommitteeMinimumMembers = "organisation.committee.minimum_members"

  // Meetings and reports (会议、报表)

  /// Joint meetings of a compound in a quarter, at least (季度联席会议次数).
  case meetingQuarterlyMinimum = "meeting.quarterly.minimum"
  /// Counts about persons below this number, and not 0, are suppressed (小数值抑制阈值).
  case reportSuppressionThreshold = "report.suppression_threshold"
}
