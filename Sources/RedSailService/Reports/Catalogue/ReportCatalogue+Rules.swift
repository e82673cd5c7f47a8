internal import RedSailAPI
internal import RedSailStore

/// Documents, duties and the indicator tree (rows 21, 24, 26).
extension ReportCatalogue {
  static let rules = [policies, indicators]

  private static let policies = ReportDefinition(
    "policies",
    LocalizedText("Policy documents and duty lists", "政策文件与职责清单"),
    [
      CountSource(
        PolicyDocument.recordKind,
        where: { .and([$0.isValid, .or([.isUnset("issue_date"), $0.lies("issue_date")])]) },
        [.count("policy_documents", "documents", LocalizedText("documents in force", "有效文件"))]
          + CountSource.counts(
            by: "topic",
            "documents",
            [
              (PolicyDocument.Topic.partyBuilding, "on_party_building", LocalizedText("on party building", "党建")),
              (.oldCompounds, "on_old_compounds", LocalizedText("on old compounds", "老旧小区")),
              (.committees, "on_committees", LocalizedText("on committees", "业委会")),
              (.quality, "on_quality", LocalizedText("on quality", "服务质量")),
              (.safety, "on_safety", LocalizedText("on safety", "安全")),
              (.other, "on_other_topics", LocalizedText("on other topics", "其他")),
            ]
          )
      ),
      CountSource(
        DutyList.recordKind,
        where: \.isValid,
        CountSource.counts(
          by: "role",
          "lists",
          [
            (DutyList.Role.firm, "firm_duty_lists", LocalizedText("duty lists of firms", "企业职责清单")),
            (.committee, "committee_duty_lists", LocalizedText("duty lists of committees", "业委会职责清单")),
          ]
        )
      ),
    ]
  )

  private static let isLeaf: CountSource.Condition = {
    .not(.named(by: Indicator.recordKind, "parent_indicator", where: $0.isValid))
  }

  private static let indicators = ReportDefinition(
    "indicators",
    LocalizedText("The 14365 indicator tree", "“14365”指标体系"),
    [
      CountSource(
        Indicator.recordKind,
        where: { .and([$0.isValid, isLeaf($0)]) },
        [
          .share("leaves_with_report", LocalizedText("leaves linked with a report", "关联报表的末级指标")) { _ in
            .not(.isUnset("report"))
          }
        ]
      )
    ]
  )
}
