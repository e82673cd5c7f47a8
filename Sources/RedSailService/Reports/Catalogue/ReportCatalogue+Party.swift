internal import RedSailAPI
internal import RedSailStore

/// Coverage of firms and compounds by the party's work, posts and pipelines (rows 1 to 5, 22, 23, 28).
extension ReportCatalogue {
  static let party = [firmCoverage, industryCommittees, keyPosts, pipelines, crossAppointments]

  private static let hasOrganisation: CountSource.Condition = {
    .named(by: PartyOrganisation.linkKind, "subject", where: $0.isValid)
  }
  private static let hasInstructor: CountSource.Condition = {
    .named(by: InstructorAssignment.recordKind, "firm", where: $0.isValid)
  }
  private static let hasIndustryCommittee: CountSource.Condition = { moment in
    .named(
      by: PartyOrganisation.recordKind,
      "division_name",
      where: .and([
        moment.isValid, .is("sphere", PartyOrganisation.Sphere.industry),
        .is("kind", PartyOrganisation.Kind.committee),
      ])
    )
  }

  private static let firmCoverage = ReportDefinition(
    "firm_coverage",
    LocalizedText("Coverage of firms by party work", "物业企业党的工作覆盖"),
    [
      CountSource(
        Firm.recordKind,
        where: \.isValid,
        [
          .count("firms", "firms", LocalizedText("firms", "物业服务企业")),
          .count(
            "firms_with_party_organisation",
            "firms",
            LocalizedText("firms with a party organisation", "建立党组织的企业"),
            where: hasOrganisation
          ),
          .count(
            "firms_with_instructor",
            "firms",
            LocalizedText("firms without one that have an instructor", "选派党建指导员的企业"),
            where: { .and([.not(hasOrganisation($0)), hasInstructor($0)]) }
          ),
          .share(
            "firms_covered",
            LocalizedText("firms covered", "党的工作覆盖企业"),
            where: { .or([hasOrganisation($0), hasInstructor($0)]) }
          ),
        ]
      )
    ],
    findings: [
      FindingSource(
        Firm.self,
        "firm_not_covered",
        LocalizedText("has neither a party organisation nor an instructor", "未建立党组织，也未选派党建指导员"),
        where: { .and([$0.isValid, .not(hasOrganisation($0)), .not(hasInstructor($0))]) },
        called: \.displayName
      )
    ]
  )

  private static let industryCommittees = ReportDefinition(
    "industry_committees",
    LocalizedText("Industry party committees", "物业服务行业党委"),
    [
      CountSource(
        Division.recordKind,
        where: { .and([$0.isValid, .is("level", Division.Level.county)]) },
        [
          .share(
            "counties_with_industry_committee",
            LocalizedText("counties with an industry party committee", "建立行业党委的县（市、区）"),
            where: hasIndustryCommittee
          )
        ]
      ),
      CountSource(
        Division.recordKind,
        where: { .and([$0.isValid, .is("level", Division.Level.city)]) },
        [
          .share(
            "city_with_industry_committee",
            LocalizedText("the city has an industry party committee", "建立市级行业党委"),
            where: hasIndustryCommittee
          )
        ]
      ),
    ],
    findings: [
      FindingSource(
        Division.self,
        "division_without_industry_committee",
        LocalizedText("has no industry party committee", "未建立物业服务行业党委"),
        where: {
          .and([
            $0.isValid, .is("level", Division.Level.city, Division.Level.county), .not(hasIndustryCommittee($0)),
          ])
        },
        called: \.displayName
      )
    ]
  )

  private static let keyPosts = ReportDefinition(
    "key_posts",
    LocalizedText("Key posts and the member pipeline", "关键岗位党员发展"),
    [
      CountSource(
        KeyPost.recordKind,
        where: \.isValid,
        [
          .count("key_posts", "posts", LocalizedText("key posts", "关键岗位")),
          .count("project_managers", "posts", LocalizedText("posts of project managers", "项目经理岗位")) { _ in
            .is("post", KeyPost.Post.projectManager)
          },
          .share(
            "holders_in_pipeline",
            LocalizedText("holders in the member pipeline", "列入党员发展的负责人"),
            owners: .partyOffices,
            where: { moment in
              .named(
                by: Member.recordKind,
                "key_post",
                where: .and([
                  moment.lies("application_date"),
                  .or([.isUnset("left_date"), .not(moment.lies("left_date"))]),
                ])
              )
            }
          ),
        ]
      )
    ]
  )

  private static let pipelines = ReportDefinition(
    "pipelines",
    LocalizedText("Member pipelines", "党员发展与“红色骨干”培养"),
    [
      stage("applicants", "application_date", LocalizedText("applications made", "提交入党申请")),
      stage("activists", "activist_date", LocalizedText("became activists", "培养为入党积极分子")),
      stage("targets", "target_date", LocalizedText("became development targets", "确定为发展对象")),
      stage("probationary", "probation_date", LocalizedText("became probationary members", "接收为预备党员")),
      stage("full_members", "full_date", LocalizedText("became full members", "转为正式党员")),
      stage("backbones", "backbone_date", LocalizedText("members who became backbones", "培养为业务骨干的党员")),
      CountSource(
        Member.recordKind,
        [
          .count(
            "activists_this_year",
            "persons",
            LocalizedText("became activists since 1 January", "今年以来培养的入党积极分子"),
            owners: .partyOffices
          ) { $0.liesInYear("activist_date") }.within("activists"),
          .count(
            "backbones_this_year",
            "persons",
            LocalizedText("became backbones since 1 January", "今年以来培养的业务骨干"),
            owners: .partyOffices
          ) { $0.liesInYear("backbone_date") }.within("backbones"),
        ]
      ),
    ]
  )

  private static func stage(_ key: String, _ column: String, _ name: LocalizedText) -> CountSource {
    CountSource(Member.recordKind, .flow(column), [.count(key, "persons", name, owners: .partyOffices)])
  }

  private static let crossAppointments = ReportDefinition(
    "cross_appointments",
    LocalizedText("Cross appointments", "双向进入、交叉任职"),
    [
      CountSource(
        Appointment.recordKind,
        where: \.isValid,
        CountSource.counts(
          by: "kind",
          "persons",
          owners: .localOffices,
          [
            (
              Appointment.Kind.partyHeadToCommunity, "party_heads_in_communities",
              LocalizedText("heads as part-time members of community party organisations", "担任社区党组织兼职委员")
            ),
            (
              .communityToCommittee, "community_officials_in_committees",
              LocalizedText("community officials on owners' committees", "社区“两委”成员兼任业委会委员")
            ),
            (
              .supervisorOfFirm, "supervisors_of_firms",
              LocalizedText("volunteer supervisors of firms", "物业企业义务监督员")
            ),
            (
              .managerToGridBranch, "managers_as_grid_secretaries",
              LocalizedText("managers as secretaries of grid branches", "物业经理担任网格党支部书记")
            ),
            (
              .gridWorkerToSteward, "grid_workers_as_stewards",
              LocalizedText("grid workers as firms' customer stewards", "网格员担任客服管家")
            ),
            (
              .headToCompoundBranch, "heads_in_compound_branches",
              LocalizedText("heads in compound branches", "负责人进入小区党支部")
            ),
          ]
        )
      )
    ]
  )
}
