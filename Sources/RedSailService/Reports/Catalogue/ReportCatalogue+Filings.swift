internal import RedSailAPI
internal import RedSailStore

/// What committees and projects owe to the authorities by a day: filings, filings of changes, handovers.
extension ReportCatalogue {
  /// Something that is owed: its columns of the deadline, of the day it was done and of whether that was late.
  private struct Duty {
    let deadline: String
    let done: String
    let late: String

    /// Owed since before the day, and not done by it.
    var isOverdue: CountSource.Condition { { .and([$0.liesBefore(deadline), .not($0.lies(done))]) } }
    /// Done by the day, after its deadline.
    var isLate: CountSource.Condition { { .and([$0.lies(done), .isTrue(late)]) } }
    /// Not done, and not overdue either.
    var isInTime: CountSource.Condition { { .and([.not($0.lies(done)), .not($0.liesBefore(deadline))]) } }
  }

  private static let filing = Duty(deadline: "filing_deadline", done: "filing_date", late: "filed_late")
  private static let firstFiling = Duty(deadline: "filing_deadline", done: "filing_date", late: "first_filed_late")
  private static let changeFiling = Duty(
    deadline: "change_filing_deadline",
    done: "change_filing_date",
    late: "change_filed_late"
  )
  private static let handover = Duty(deadline: "handover_deadline", done: "handover_date", late: "handed_over_late")

  private static let filingOverdue = LocalizedText("was not filed in time", "逾期未备案")

  /// Filed by the day, late, and owed: of committees and of contracts alike.
  private static func filings(_ duty: Duty, _ unit: String) -> [CountSource.Figure] {
    [
      .share("filed", LocalizedText("filed", "已备案")) { $0.lies(duty.done) },
      .count("filed_late", unit, LocalizedText("filed late", "逾期备案"), where: duty.isLate),
      .count("filings_overdue", unit, LocalizedText("filings overdue", "逾期未备案"), where: duty.isOverdue),
    ]
  }

  private static let hasEnded: CountSource.Condition = {
    .and([.not(.isUnset(handover.deadline)), $0.liesInPeriod("valid_to")])
  }

  static let committeeFilings = ReportDefinition(
    "committee_filings",
    LocalizedText("Filings and handovers of committees", "业委会备案与移交"),
    [
      CountSource(
        Committee.recordKind,
        .flow("valid_from"),
        where: { _ in .not(.isUnset(firstFiling.deadline)) },
        filings(firstFiling, "committees")
      ),
      CountSource(
        Committee.recordKind,
        where: { _ in .not(.isUnset(changeFiling.deadline)) },
        [
          .share(
            "changes_filed",
            LocalizedText("last changes of members filed, of those filed or past their day", "已备案的委员变更"),
            excluding: [.init("in_time", changeFiling.isInTime)]
          ) { $0.lies(changeFiling.done) },
          .count(
            "changes_filed_late",
            "committees",
            LocalizedText("changes filed late", "逾期备案的委员变更"),
            where: changeFiling.isLate
          ),
          .count(
            "change_filings_overdue",
            "committees",
            LocalizedText("filings of changes overdue", "逾期未备案的委员变更"),
            where: changeFiling.isOverdue
          ),
        ]
      ),
      CountSource(
        Committee.recordKind,
        .flow("valid_to"),
        where: { _ in .not(.isUnset(handover.deadline)) },
        [
          .share(
            "handed_over",
            LocalizedText(
              "committees that ended and handed over, of those that did or are past their day",
              "已移交的届满业委会"
            ),
            excluding: [.init("in_time", handover.isInTime)]
          ) { $0.lies(handover.done) },
          .count(
            "handed_over_late",
            "committees",
            LocalizedText("handed over late", "逾期移交的业委会"),
            where: handover.isLate
          ),
          .count(
            "handovers_overdue",
            "committees",
            LocalizedText("handovers overdue", "逾期未移交的业委会"),
            where: handover.isOverdue
          ),
        ]
      ),
    ],
    findings: [
      finding("filing_overdue", filingOverdue, \.filingDeadline, firstFiling.isOverdue),
      finding("filed_late", LocalizedText("was filed late", "逾期备案"), \.filingDate, firstFiling.isLate),
      finding(
        "change_filing_overdue",
        LocalizedText("the change of its members was not filed in time", "委员变更逾期未备案"),
        \.changeFilingDeadline,
        changeFiling.isOverdue
      ),
      finding(
        "change_filed_late",
        LocalizedText("the change of its members was filed late", "委员变更逾期备案"),
        \.changeFilingDate,
        changeFiling.isLate
      ),
      finding(
        "handover_overdue",
        LocalizedText("ended, and did not hand over in time", "届满后逾期未移交"),
        \.handoverDeadline
      ) { .and([hasEnded($0), handover.isOverdue($0)]) },
      finding(
        "handed_over_late",
        LocalizedText("ended, and handed over late", "届满后逾期移交"),
        \.handoverDate
      ) { .and([hasEnded($0), handover.isLate($0)]) },
    ]
  )

  private static func finding(
    _ reason: String,
    _ text: LocalizedText,
    _ day: @escaping @Sendable (Committee) -> CalendarDate?,
    _ condition: @escaping CountSource.Condition
  ) -> FindingSource {
    FindingSource(Committee.self, reason, text, where: condition, called: \.displayName, date: day)
  }

  static let contractFilings = ReportDefinition(
    "contract_filings",
    LocalizedText("Filings of contracts", "物业服务合同备案"),
    [CountSource(Contract.recordKind, .flow("signing_date"), filings(filing, "contracts"))],
    findings: [
      FindingSource(
        Contract.self,
        "filing_overdue",
        filingOverdue,
        where: filing.isOverdue,
        called: \.displayName,
        date: \.filingDeadline
      )
    ]
  )
}
