internal import RedSailAPI
internal import RedSailStore

/// Honours, designations and programmes (rows 19, 26, 30, 31).
extension ReportCatalogue {
  static let recognition = [honours, programmes]

  /// Awarded by the day and not withdrawn.
  private static let isAwarded: CountSource.Condition = {
    .and([$0.isValid, .compare("year", .lessOrEqual, .integer(Int64($0.day.year)))])
  }

  private static func benchmark(_ key: String, _ unit: String, _ name: LocalizedText, _ type: ResourceType)
    -> CountSource.Figure
  {
    .count(key, unit, name) {
      .and([
        .is("kind", Honour.Kind.qualityBenchmark), .is("level", Honour.Level.province),
        .compare("batch", .equal, 1), .hasPrefix("subject", $0.names(of: type)),
      ])
    }
  }

  private static let honours = ReportDefinition(
    "honours",
    LocalizedText("Honours and designations", "荣誉与命名"),
    [
      CountSource(
        Honour.recordKind,
        where: isAwarded,
        CountSource.counts(
          by: "kind",
          "honours",
          [
            (Honour.Kind.modelCompound, "model_compounds", LocalizedText("model compounds", "示范样板小区")),
            (.qualityBenchmark, "quality_benchmarks", LocalizedText("quality benchmarks", "“质量标杆”")),
            (.redCommittee, "red_committees", LocalizedText("“red committees”", "“红色业委会”")),
            (.redFirm, "red_firms", LocalizedText("“red firms”", "“红色物业企业”")),
            (.commendation, "commendations", LocalizedText("commendations", "通报表扬、推广")),
            (.other, "other_honours", LocalizedText("other honours", "其他荣誉")),
          ]
        )
          + CountSource.counts(
            by: "level",
            "honours",
            [
              (Honour.Level.national, "national", LocalizedText("national", "国家级")),
              (.province, "provincial", LocalizedText("provincial", "省级")),
              (.city, "of_city", LocalizedText("of the city", "市级")),
              (.county, "of_county", LocalizedText("of a county", "县级")),
            ]
          ) + [
            .count(
              "model_compounds_in_three_years",
              "compounds",
              LocalizedText("model compounds of the last three years and this one", "连续三年创建的示范样板小区")
            ) {
              .and([
                .is("kind", Honour.Kind.modelCompound),
                .compare("year", .greaterOrEqual, .integer(Int64($0.day.year - 3))),
              ])
            },
            benchmark(
              "benchmark_firms",
              "firms",
              LocalizedText("firms in the province's first batch", "入选全省第一批的企业"),
              .firm
            ),
            benchmark(
              "benchmark_projects",
              "projects",
              LocalizedText("projects in the province's first batch", "入选全省第一批的项目"),
              .project
            ),
          ]
      )
    ]
  )

  private static let programmes = ReportDefinition(
    "programmes",
    LocalizedText("Programmes", "重点项目与主题年"),
    [
      CountSource(
        Programme.recordKind,
        where: { .and([$0.wasValid, .compare("year", .lessOrEqual, .integer(Int64($0.day.year)))]) },
        CountSource.counts(
          by: "kind",
          "programmes",
          [
            (Programme.Kind.themeYear, "theme_years", LocalizedText("theme years", "主题年")),
            (.breakthroughProject, "breakthrough_projects", LocalizedText("breakthrough projects", "党建重点突破项目")),
            (.livelihoodProject, "livelihood_projects", LocalizedText("livelihood projects", "为民办实事项目")),
            (.campaign, "campaigns", LocalizedText("campaigns", "专项行动")),
          ]
        ) + [
          .share("programmes_done", LocalizedText("programmes done", "完成的项目")) { $0.lies("done_date") }
        ]
      )
    ]
  )
}
