internal import RedSailModel

extension ScoreboardLine {
  /// The figures in order of the article's rows; each row has one at least.
  static let all: [ScoreboardLine] = party + demands + improvement + system

  private static let percent = Value.percent(decimals: 1)
  private static let allOfThem = Published.share(10_000) { _ in 10_000...10_000 }

  private static let party: [ScoreboardLine] = {
    let committees = "建立了市、县两级物业服务行业党委"
    let posts = "将项目经理、关键岗位负责人作为党员发展对象"
    let vetting = "由街道社区党组织对业委会候选人进行审核把关"
    let ratio = "新增、换届业委会成员中，党员比例全部达到60%以上"
    let acting = "对没有成立业委会的小区，全部由社区环物委代行职责"
    let covered = PublishedFigure.firmsWithInstructor.quote
    return [
      Self(1, "city_industry_committees", committees, "industry_committees", "city_with_industry_committee"),
      Self(1, "county_industry_committees", committees, "industry_committees", "counties_with_industry_committee"),
      Self(.firmsWithOrganisation, "firm_coverage"),
      Self(.firmsWithInstructor, "firm_coverage"),
      Self(.firmsCovered, "firm_coverage", unit: "firms"),
      Self(3, "firms_covered_percent", covered, "firm_coverage", "firms_covered", percent, published: allOfThem),
      Self(4, "key_posts", posts, "key_posts"),
      Self(4, "holders_in_pipeline", posts, "key_posts", unit: "persons"),
      Self(
        5,
        "eligible_compounds_with_branch_percent",
        "在符合条件的居民小区全部设立小区党支部",
        "compound_branches",
        "eligible_compounds_with_branch",
        percent
      ),
      Self(.stations, "grid_stations"),
      Self(6, "grids_with_station_percent", "每一个庭院网格，都建有“红帆驿站”", "grid_stations", "grids_with_station", percent),
      Self(7, "candidates_vetted_percent", vetting, "vetting", "candidates_vetted", percent),
      Self(
        8,
        "committees_at_party_ratio_percent",
        ratio,
        "party_ratio",
        "committees_at_ratio",
        percent,
        published: allOfThem
      ),
      Self(8, "committees_in_breach", ratio, "party_ratio"),
      Self(
        9,
        "compounds_governed_percent",
        acting,
        "governing_bodies",
        "compounds_governed",
        percent
      ),
      Self(9, "by_community_committee", acting, "governing_bodies"),
    ]
  }()

  private static let demands: [ScoreboardLine] = {
    let events = "结合业主恳谈会、民意“5”来听…现场解决现场答复"
    let promises = "现场不能解决，限期答复"
    let levels = "琐事网格结、小事社区结、大事街道结、难事县区结"
    let calls = "物业管理类来话总量比重已下降到1.58%"
    let resolved = "\(PublishedFigure.demands.quote)，\(PublishedFigure.demandsResolved.quote)"
    return [
      Self(10, "owners_talks", events, "events"), Self(10, "listening_days", events, "events"),
      Self(10, "family_talks", "召开“拉家常”形式的议事会", "events"),
      Self(
        10,
        "projects_with_reception_day_percent",
        "在全市物管小区开展项目经理接待日活动",
        "reception_days",
        "projects_with_reception_day",
        percent
      ),
      Self(
        11,
        "promises_kept",
        promises,
        "promises",
        name: LocalizedText("promises kept", "按期答复的承诺"),
        unit: "demands"
      ),
      Self(11, "promises_overdue", promises, "promises"),
      Self(.receptionDays, "reception_days"),
      Self(
        .demands,
        "demands",
        "demands_resolved",
        .all,
        name: LocalizedText("demands raised", "收集的诉求"),
        unit: "demands"
      ),
      Self(
        .demandsResolved,
        "demands",
        name: LocalizedText("demands resolved", "已解决的诉求"),
        unit: "demands"
      ),
      Self(
        12,
        "demands_resolved_percent",
        resolved,
        "demands",
        "demands_resolved",
        percent,
        published: .share(PublishedFigure.resolvedPerMille * 10) { scale in
          let perMille = PublishedFigure.resolvedPerMilleInterval(at: scale)
          return perMille.lowerBound * 10...perMille.upperBound * 10
        }
      ),
      Self(13, "tickets_with_officer_percent", "优化12345热线投诉转办流程，明确专人负责受理", "ticket_rates", "with_officer", percent),
      Self(14, "closed_at_grid", levels, "closed_levels", unit: "tickets"),
      Self(14, "closed_at_community", levels, "closed_levels", unit: "tickets"),
      Self(14, "closed_at_street", levels, "closed_levels", unit: "tickets"),
      Self(14, "closed_at_county", levels, "closed_levels", unit: "tickets"),
      Self(
        15,
        "hotline_share_percent",
        calls,
        "hotline_share",
        "year_to_date",
        .percent(decimals: 2),
        published: .share(PublishedFigure.hotlinePerTenThousand) { _ in
          PublishedFigure.hotlinePerTenThousand...PublishedFigure.hotlinePerTenThousand
        }
      ),
      Self(15, "hotline_share_year_before_percent", calls, "hotline_share", "year_before", .percent(decimals: 2)),
    ]
  }()

  private static let improvement: [ScoreboardLine] = {
    let renovation = "把落实物业管理模式作为老旧小区改造的先决条件"
    let subsidies = "对接管已改造老旧小区的物业服务企业给予财政补助"
    let hazards = "在“空中飞线”、电动自行车消防隐患和充电难等方面实施创新探索"
    return [
      Self(16, "association_members", "成立济宁市物业管理服务协会", "associations", unit: "firms"),
      Self(17, "renovations_with_mode_percent", renovation, "renovation", "with_mode_decided", percent),
      Self(17, "takeovers", subsidies, "takeovers"), Self(17, "subsidies_paid", subsidies, "subsidies"),
      Self(18, "overhead_wires_remedied", hazards, "hazards", unit: "hazards"),
      Self(18, "ebike_fire_remedied", hazards, "hazards", unit: "hazards"),
      Self(18, "bicycle_charging_ports", hazards, "charging", "bicycle_ports"),
      Self(.modelCompounds, "honours", "model_compounds_in_three_years"),
      Self(.benchmarkFirms, "honours"), Self(.benchmarkProjects, "honours"),
      Self(19, "theme_years", "围绕物业行业标准建设年、品牌提升年主题", "programmes"),
      Self(20, "owner_tickets", "在全省率先开发了“济宁物业”微信小程序", "ticket_sources"),
    ]
  }()

  private static let system: [ScoreboardLine] = {
    let meetings = "实行季度联席会议制度和三公开制度"
    let turnaround = "2014年物业公司进驻管理…问题小区“翻身”成先进"
    return [
      Self(
        21,
        "indicator_leaves",
        "深入实施“14365”提升工程",
        "indicators",
        "leaves_with_report",
        .all,
        name: LocalizedText("leaves of the indicator tree", "末级指标"),
        unit: "indicators"
      ),
      Self(.partyHeadsInCommunities, "cross_appointments", in: .rizhao),
      Self(.communityOfficialsInCommittees, "cross_appointments", in: .rizhao),
      Self(.supervisorsOfFirms, "cross_appointments", in: .rizhao),
      Self(.activists, "pipelines", "activists_this_year", in: .rizhao),
      Self(.backbones, "pipelines", "backbones_this_year", in: .rizhao),
      Self(24, "quarters_with_meeting_percent", meetings, "quarterly_meetings", "quarters_with_meeting", percent),
      Self(24, "projects_disclosing_percent", meetings, "disclosures", "projects_disclosing_all", percent),
      Self(24, "duty_lists_of_firms", "《日照市住宅小区物业服务企业、业主委员会职责清单》", "policies", "firm_duty_lists"),
      Self(
        24,
        "projects_reported_in_percent",
        "《关于建立住宅小区物业项目负责人到社区报到的通知》",
        "report_ins",
        "projects_reported_in",
        percent
      ),
      Self(25, "takeover_defects_remedied_percent", turnaround, "takeovers", "defects_remedied", percent),
      Self(26, "livelihood_projects", "“提升物业服务水平”连续三年被列为济宁市政府为民所办十件实事之一", "programmes"),
      Self(26, "policy_documents", "先后印发了…等文件，明确职责任务", "policies"),
      Self(27, "visit_findings", "参与社情民意摸排、矛盾纠纷调解", "visits_mediations"),
      Self(27, "mediations_resolved", "参与社情民意摸排、矛盾纠纷调解", "visits_mediations", unit: "tickets"),
      Self(28, "heads_in_compound_branches", "引导业委会、物业企业负责人进入小区党支部", "cross_appointments"),
      Self(29, "shared_bookings", "统筹用好小区“红帆驿站”、社区党群服务中心，加强活动场所资源共享", "venues", "bookings"),
      Self(30, "red_committees", "全面打造“红色业委会”和“红色物业企业”", "honours"),
      Self(30, "red_firms", "全面打造“红色业委会”和“红色物业企业”", "honours"),
      Self(31, "breakthrough_projects", "城市“双基”党建重点工作和市委书记抓基层党建重点突破项目", "programmes"),
      Self(31, "commendations", "工作经验做法获省住建厅点赞、全省推广", "honours"),
      Self(32, "compounds_managed_percent", "提升专业化物业管理覆盖率", "units_areas", "compounds_managed", percent),
      Self(32, "hazards_remedied_percent", "提升安全生产举措", "hazards", "hazards_remedied", percent),
      Self(33, "satisfied_percent", "得到广大业主一致好评", "satisfaction", "satisfied", percent),
      Self(33, "satisfied_with_tickets_percent", "群众幸福感满意度提高", "satisfaction", "satisfied_with_tickets", percent),
    ]
  }()
}
