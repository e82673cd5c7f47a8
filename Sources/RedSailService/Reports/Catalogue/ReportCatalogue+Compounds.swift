internal import RedSailAPI
internal import RedSailStore

/// Compounds and what each has: a branch, a governing body, a manager (rows 5, 9, 24, 32).
extension ReportCatalogue {
  static let compounds = [
    compoundBranches, governingBodies, quarterlyMeetings, unitsAndAreas, associations, creditGrades,
  ]

  private static let hasBranch: CountSource.Condition = { moment in
    .named(
      by: PartyOrganisation.linkKind,
      "subject",
      where: .and([moment.isValid, .is("sphere", PartyOrganisation.Sphere.compound)])
    )
  }
  private static let mayHaveBranch: CountSource.Condition = { .and([$0.isValid, .isTrue("branch_eligible")]) }

  private static let compoundBranches = ReportDefinition(
    "compound_branches",
    LocalizedText("Branches of compounds", "小区党支部"),
    [
      CountSource(
        Compound.recordKind,
        where: mayHaveBranch,
        [
          .count("eligible_compounds", "compounds", LocalizedText("eligible compounds", "符合条件的小区")),
          .share(
            "eligible_compounds_with_branch",
            LocalizedText("eligible compounds with a branch", "设立党支部的小区"),
            where: hasBranch
          ),
        ]
      )
    ],
    findings: [
      FindingSource(
        Compound.self,
        "compound_without_branch",
        LocalizedText("is eligible for a branch and has none", "符合条件但未设立党支部"),
        where: { .and([mayHaveBranch($0), .not(hasBranch($0))]) },
        called: \.displayName
      )
    ]
  )

  private static func committee(_ kind: Committee.Kind) -> CountSource.Condition {
    { .named(by: Committee.compoundsLinkKind, "subject", where: .and([$0.isValid, .is("kind", kind)])) }
  }
  private static let hasOwners = committee(.owners)
  private static let hasStatutory = committee(.propertyManagement)
  /// The community's committee acts for all its compounds that have no committee of their own.
  private static let hasActing: CountSource.Condition = { moment in
    .exists(
      RelatedRecords(
        Committee.recordKind,
        column: "division_name",
        equals: "division_name",
        where: .and([moment.isValid, .is("kind", Committee.Kind.community)])
      )
    )
  }
  private static let isUngoverned: CountSource.Condition = {
    .and([.not(hasOwners($0)), .not(hasStatutory($0)), .not(hasActing($0))])
  }

  private static let governingBodies = ReportDefinition(
    "governing_bodies",
    LocalizedText("Governing bodies of compounds", "小区治理主体"),
    [
      CountSource(
        Compound.recordKind,
        where: \.isValid,
        [
          .share("compounds_governed", LocalizedText("compounds with a governing body", "有治理主体的小区")) {
            .not(isUngoverned($0))
          },
          .count(
            "by_owners_committee",
            "compounds",
            LocalizedText("by an owners' committee", "业主委员会"),
            where: hasOwners
          ),
          .count(
            "by_property_management_committee",
            "compounds",
            LocalizedText("by a property management committee", "物业管理委员会")
          ) { .and([.not(hasOwners($0)), hasStatutory($0)]) },
          .count(
            "by_community_committee",
            "compounds",
            LocalizedText("by the community's committee", "社区环境和物业管理委员会代行")
          ) { .and([.not(hasOwners($0)), .not(hasStatutory($0)), hasActing($0)]) },
          .count("ungoverned", "compounds", LocalizedText("by nobody", "无治理主体"), where: isUngoverned),
        ]
      )
    ],
    findings: [
      FindingSource(
        Compound.self,
        "compound_ungoverned",
        LocalizedText("has no governing body", "没有治理主体"),
        where: { .and([$0.isValid, isUngoverned($0)]) },
        called: \.displayName
      )
    ]
  )

  /// As many as the rule of the quarter's last day asks for.
  private static let hadMeeting: CountSource.Condition = { moment in
    let minimum = moment.rules.integer(.meetingQuarterlyMinimum, on: moment.day)
    guard minimum > 0 else { return .all }
    return .named(
      by: ReceptionDay.recordKind,
      "compound",
      where: .and([.is("kind", ReceptionDay.Kind.quarterlyMeeting), moment.liesInPeriod("held_date")]),
      atLeast: minimum
    )
  }

  private static let quarterlyMeetings = ReportDefinition(
    "quarterly_meetings",
    LocalizedText("Quarterly joint meetings", "季度联席会议"),
    [
      CountSource(
        Compound.recordKind,
        .quarters,
        where: \.wasValid,
        [
          .share(
            "quarters_with_meeting",
            LocalizedText("compounds' ended quarters with the joint meetings asked for", "按规定召开联席会议的小区季度数"),
            where: hadMeeting
          )
        ]
      ),
      CountSource(
        ReceptionDay.recordKind,
        .flow("held_date"),
        where: { _ in .is("kind", ReceptionDay.Kind.quarterlyMeeting) },
        [.count("meetings", "events", LocalizedText("joint meetings held", "召开的联席会议"))]
      ),
    ],
    findings: [
      FindingSource(
        Compound.self,
        "no_meeting_in_last_quarter",
        LocalizedText(
          "held fewer joint meetings in the last quarter that ended than the rule asks for",
          "上一季度未按规定召开联席会议"
        ),
        where: { moment in
          guard let quarter = moment.period.endedQuarters.last else { return .not(.all) }
          let past = moment.during(quarter)
          return .and([past.wasValid, .not(hadMeeting(past))])
        },
        called: \.displayName
      )
    ]
  )

  private static let isManaged: CountSource.Condition = {
    .named(by: Project.compoundLinkKind, "compound", where: $0.isValid)
  }

  private static let unitsAndAreas = ReportDefinition(
    "units_areas",
    LocalizedText("Compounds, areas and their management", "小区、物业服务区域与专业化管理覆盖"),
    [
      CountSource(
        Compound.recordKind,
        where: \.isValid,
        [
          .count("compounds", "compounds", LocalizedText("compounds", "小区")),
          .count("old_compounds", "compounds", LocalizedText("old compounds", "老旧小区")) { _ in
            .isTrue("old_compound")
          },
          .share(
            "compounds_managed",
            LocalizedText("compounds managed by a firm", "专业化物业管理覆盖的小区"),
            where: isManaged
          ),
        ]
      ),
      CountSource(
        ServiceArea.recordKind,
        where: \.isValid,
        [.count("service_areas", "areas", LocalizedText("service areas", "物业服务区域"))]
      ),
      CountSource(
        Project.recordKind,
        where: \.isValid,
        [.count("projects", "projects", LocalizedText("projects", "物业服务项目"))]
      ),
      CountSource(Building.recordKind, [.count("buildings", "buildings", LocalizedText("buildings", "楼栋"))]),
      CountSource(
        RedSailAPI.Unit.recordKind,
        [
          .count("units", "units", LocalizedText("units", "专有部分")),
          .count("residential_units", "units", LocalizedText("dwellings", "住宅")) { _ in
            .is("use", RedSailAPI.Unit.Use.residential)
          },
        ]
      ),
    ],
    findings: [
      FindingSource(
        Compound.self,
        "compound_unmanaged",
        LocalizedText("is managed by no firm", "没有物业服务企业管理"),
        where: { .and([$0.isValid, .not(isManaged($0))]) },
        called: \.displayName
      )
    ]
  )

  private static let associations = ReportDefinition(
    "associations",
    LocalizedText("Membership of associations", "物业管理服务协会会员"),
    [
      ScanSource(
        Firm.self,
        where: \.isValid,
        [
          ReportFigure(
            "association_members",
            "firms",
            LocalizedText("firms that belong to an association", "加入协会的企业"),
            isShare: true
          )
        ]
      ) { firm, moment in
        let isMember = firm.associationMemberships.contains {
          Period($0.validFrom, $0.validTo).contains(Period(day: moment.day))
        }
        return ["association_members": .one(isMember)]
      }
    ]
  )

  private static let creditGrades = ReportDefinition(
    "credit_grades",
    LocalizedText("Credit grades of firms", "企业信用等级"),
    [
      CountSource(
        Firm.recordKind,
        where: \.isValid,
        CountSource.counts(
          by: "credit_grade",
          "firms",
          [
            (Firm.CreditGrade.aaa, "grade_aaa", LocalizedText("grade AAA", "AAA级")),
            (.aa, "grade_aa", LocalizedText("grade AA", "AA级")), (.a, "grade_a", LocalizedText("grade A", "A级")),
            (.b, "grade_b", LocalizedText("grade B", "B级")), (.c, "grade_c", LocalizedText("grade C", "C级")),
          ]
        ) + [
          .count("ungraded", "firms", LocalizedText("not graded", "未评级")) { _ in .isUnset("credit_grade") }
        ]
      )
    ]
  )
}
