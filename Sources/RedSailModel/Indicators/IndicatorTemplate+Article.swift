extension IndicatorTemplate {
  /// “14365” (济宁“14365”提升工程): one core, four responsibilities, three networks, six improvements, five goals; the
  /// branches stand before their leaves.
  ///
  /// The names are the article's. Which report measures a leaf, and what it has to reach, is our choice: a city changes
  /// both as it changes any record.
  public static let article: [IndicatorTemplate] =
    [branch("14365", below: nil, 1, "“14365”提升工程", [])]
    + group(
      "1",
      1,
      "一个核心",
      [("党建引领红色物业，实现物业领域党的工作全覆盖", share("firm_coverage", "firms_covered", 100), [.department])]
    )
    + group(
      "4",
      2,
      "四方责任",
      [
        ("行业主管", share("industry_committees", "counties_with_industry_committee", 100), [.department]),
        ("街道主抓", share("party_ratio", "committees_at_ratio", 100), [.street]),
        ("社区落实", share("governing_bodies", "compounds_governed", 100), [.community]),
        ("企业主体", share("reception_days", "projects_with_reception_day", 100), [.firm]),
      ]
    )
    + group(
      "3",
      3,
      "三网协同",
      [
        ("红色基层组织网络", share("compound_branches", "eligible_compounds_with_branch", 100), [.street, .community]),
        ("红色物业管理网络", share("report_ins", "projects_reported_in", 100), [.community, .firm]),
        ("红色社区治理网络", share("grid_stations", "grids_with_station", 100), [.street, .community]),
      ]
    )
    + group(
      "6",
      4,
      "六大提升",
      [
        ("提升“红色物业”党建联建水平", share("quarterly_meetings", "quarters_with_meeting", 90), [.community, .firm]),
        ("提升专业化物业管理覆盖率", share("units_areas", "compounds_managed", 90), [.department, .street]),
        ("提升物业管理信息化水平", count("ticket_sources", "owner_tickets", 1, "tickets"), [.department]),
        ("提升矛盾化解整治能力", share("visits_mediations", "mediations_resolved", 90), [.street, .community]),
        ("提升“红色物业”品牌影响力", count("honours", "model_compounds", 1, "compounds"), [.department, .firm]),
        ("提升安全生产举措", share("hazards", "hazards_remedied", 90), [.department, .firm]),
      ]
    )
    + group(
      "5",
      5,
      "五大目标",
      [
        ("基层党建加强", count("firm_coverage", "firms_with_party_organisation", 464, "firms"), [.department, .street]),
        ("社区治理提升", share("closed_levels", "closed_at_own_level", 90), [.street, .community]),
        ("“红色物业”高质量发展", count("honours", "quality_benchmarks", 16, "honours"), [.department, .firm]),
        ("小区人居环境显著改善", share("renovation", "with_mode_decided", 100), [.department, .street]),
        ("群众幸福感满意度提高", share("satisfaction", "satisfied", 90), [.community, .firm]),
      ]
    )

  private static func group(
    _ code: String,
    _ position: Int32,
    _ name: String,
    _ leaves: [(name: String, measure: Measure, roles: [Role])]
  ) -> [IndicatorTemplate] {
    var nodes = [branch(code, below: "14365", position, name, Set(leaves.flatMap(\.roles)))]
    for (offset, leaf) in leaves.enumerated() {
      nodes.append(
        IndicatorTemplate(
          code: "\(code).\(offset + 1)",
          parent: code,
          position: Int32(offset + 1),
          name: leaf.name,
          measure: leaf.measure,
          roles: leaf.roles
        )
      )
    }
    return nodes
  }

  private static func branch(
    _ code: String,
    below parent: String?,
    _ position: Int32,
    _ name: String,
    _ roles: Set<Role>
  ) -> IndicatorTemplate {
    let roles = roles.sorted { $0.rawValue < $1.rawValue }
    return IndicatorTemplate(code: code, parent: parent, position: position, name: name, measure: nil, roles: roles)
  }

  private static func share(_ report: String, _ figure: String, _ percent: Double) -> Measure {
    Measure(report: report, figure: figure, least: percent, unit: "%")
  }

  private static func count(_ report: String, _ figure: String, _ least: Double, _ unit: String) -> Measure {
    Measure(report: report, figure: figure, least: least, unit: unit)
  }
}
