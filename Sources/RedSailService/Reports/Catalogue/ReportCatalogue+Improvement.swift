internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Renovation, takeovers and subsidies (rows 17 and 25).
extension ReportCatalogue {
  static let improvement = [renovation, takeovers, subsidies]

  /// The state on the day, by the dates of the steps.
  private static func state(
    _ key: String,
    _ name: LocalizedText,
    reached: String?,
    notYet: String?
  ) -> CountSource.Figure {
    .count(key, "projects", name) { moment in
      .and([reached.map { moment.lies($0) } ?? .all, notYet.map { .not(moment.lies($0)) } ?? .all])
    }
  }

  private static let renovation = ReportDefinition(
    "renovation",
    LocalizedText("Renovation of old compounds", "老旧小区改造"),
    [
      CountSource(
        RenovationProject.recordKind,
        where: { _ in .not(.is("state", RenovationProject.State.cancelled)) },
        [
          .share(
            "with_mode_decided",
            LocalizedText("projects with a decided mode of management", "已落实物业管理模式的项目")
          ) { $0.lies("mode_decided_date") },
          state("planned", LocalizedText("planned", "已计划"), reached: nil, notYet: "mode_decided_date"),
          state(
            "mode_decided",
            LocalizedText("mode decided, not approved", "已定模式待批准"),
            reached: "mode_decided_date",
            notYet: "approved_date"
          ),
          state(
            "approved",
            LocalizedText("approved, not begun", "已批准未开工"),
            reached: "approved_date",
            notYet: "started_date"
          ),
          state("underway", LocalizedText("underway", "改造中"), reached: "started_date", notYet: "completed_date"),
          state("completed", LocalizedText("completed", "已完工"), reached: "completed_date", notYet: nil),
        ]
          + CountSource.counts(
            by: "management_mode",
            "projects",
            [
              (RenovationProject.ManagementMode.firm, "by_firm", LocalizedText("to be managed by a firm", "企业管理")),
              (.community, "by_community", LocalizedText("by the community", "社区管理")),
              (.self_, "by_owners", LocalizedText("by the owners", "业主自治")),
              (.stateFirm, "by_state_firm", LocalizedText("by a state firm", "国企托管")),
            ]
          )
      )
    ],
    findings: [
      FindingSource(
        RenovationProject.self,
        "mode_not_decided",
        LocalizedText("its mode of management is not decided", "未落实物业管理模式"),
        where: {
          .and([.not(.is("state", RenovationProject.State.cancelled)), .not($0.lies("mode_decided_date"))])
        },
        called: \.displayName
      )
    ]
  )

  private static let takeovers = ReportDefinition(
    "takeovers",
    LocalizedText("Takeovers of compounds by firms", "物业接管"),
    [
      CountSource(
        Takeover.recordKind,
        .flow("takeover_date"),
        [.count("takeovers", "compounds", LocalizedText("compounds taken over", "接管小区"))]
      ),
      ScanSource(
        Takeover.self,
        where: { $0.lies("takeover_date") },
        [
          ReportFigure(
            "defects_remedied",
            "%",
            LocalizedText("defects found at takeovers so far that are mended", "接管时问题已解决"),
            isShare: true
          )
        ]
      ) { takeover, _ in
        let defects = takeover.defects.count
        return [
          "defects_remedied": RateFigure(numerator: min(Int(takeover.remediedCount), defects), denominator: defects)
        ]
      },
    ]
  )

  private static let subsidies = ReportDefinition(
    "subsidies",
    LocalizedText("Subsidies", "财政补助"),
    [
      CountSource(
        Subsidy.recordKind,
        .flow("applied_date"),
        [
          .share("subsidies_decided", LocalizedText("applications decided", "已审批的申请")) {
            $0.lies("decided_date")
          },
          .count(
            "applied_fen",
            "fen",
            LocalizedText("amount applied for, in fen", "申请金额（分）"),
            sum: "applied_hundredths"
          ),
        ]
      ),
      CountSource(
        Subsidy.recordKind,
        .flow("decided_date"),
        [
          .count(
            "approved_fen",
            "fen",
            LocalizedText("amount approved, in fen", "批准金额（分）"),
            sum: "approved_hundredths"
          ) { _ in .not(.is("state", Subsidy.State.refused)) }
        ]
      ),
      // By each instalment: the columns know the last one only.
      ScanSource(
        Subsidy.self,
        where: { .and([$0.lies("applied_date"), .compare("paid_hundredths", .greater, .integer(0))]) },
        [
          ReportFigure("subsidies_paid", "subsidies", LocalizedText("subsidies paid on", "拨付补助")),
          ReportFigure(
            "paid_fen",
            "fen",
            LocalizedText("amount paid, by the day of each payment, in fen", "拨付金额（分）")
          ),
        ]
      ) { subsidy, moment in
        let paid = subsidy.instalments.filter { payment in
          payment.date?.civilDate.map { moment.period.from <= $0 && $0 <= moment.period.to } ?? false
        }
        guard !paid.isEmpty else { return [:] }
        return [
          "subsidies_paid": RateFigure(numerator: 1),
          "paid_fen": RateFigure(numerator: paid.reduce(0) { $0 + Int($1.amountHundredths) }),
        ]
      },
    ]
  )
}
