internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Reception days and the other events, and what was said at them (rows 10, 24, 33).
extension ReportCatalogue {
  static let events = [receptionDays, eventKinds, reportIns, disclosures, satisfaction]

  private static func held(_ kind: ReceptionDay.Kind) -> CountSource.Condition {
    { .named(by: ReceptionDay.recordKind, "project", where: .and([.is("kind", kind), $0.liesInPeriod("held_date")])) }
  }
  private static let hadReceptionDay = held(.managerReceptionDay)

  private static let receptionDays = ReportDefinition(
    "reception_days",
    LocalizedText("Project managers' reception days", "项目经理接待日"),
    [
      CountSource(
        ReceptionDay.recordKind,
        .flow("held_date"),
        where: { _ in .is("kind", ReceptionDay.Kind.managerReceptionDay) },
        [.count("reception_days", "events", LocalizedText("reception days held", "举办的项目经理接待日"))]
      ),
      CountSource(
        Project.recordKind,
        where: \.wasValid,
        [
          .share(
            "projects_with_reception_day",
            LocalizedText("projects that held one", "举办接待日的项目"),
            where: hadReceptionDay
          )
        ]
      ),
    ],
    findings: [
      FindingSource(
        Project.self,
        "project_without_reception_day",
        LocalizedText("held no reception day in the span", "期间未举办项目经理接待日"),
        where: { .and([$0.wasValid, .not(hadReceptionDay($0))]) },
        called: \.displayName
      )
    ]
  )

  private static let roles: [(role: ReceptionDay.ParticipantRole, key: String, name: LocalizedText)] = [
    (.projectManager, "project_managers", LocalizedText("project managers who attended", "到场项目经理")),
    (.streetOfficial, "street_officials", LocalizedText("street officials who attended", "到场街道负责人")),
    (.communityOfficial, "community_officials", LocalizedText("community officials who attended", "到场社区负责人")),
    (.industryExpert, "industry_experts", LocalizedText("industry experts who attended", "到场行业专家")),
    (.lawyer, "lawyers", LocalizedText("lawyers who attended", "到场律师")),
    (.committeeMember, "committee_members", LocalizedText("committee members who attended", "到场业委会成员")),
    (.gridWorker, "grid_workers", LocalizedText("grid workers who attended", "到场网格员")),
    (.departmentOfficial, "department_officials", LocalizedText("department officials who attended", "到场部门负责人")),
  ]

  private static let eventKinds = ReportDefinition(
    "events",
    LocalizedText("Events by kind and participants by role", "各类活动与参加人员"),
    [
      CountSource(
        ReceptionDay.recordKind,
        .flow("held_date"),
        CountSource.counts(
          by: "kind",
          "events",
          [
            (
              ReceptionDay.Kind.managerReceptionDay, "manager_reception_days",
              LocalizedText("project managers' reception days", "项目经理接待日")
            ),
            (.ownersTalk, "owners_talks", LocalizedText("owners' talks", "业主恳谈会")),
            (.listeningDay, "listening_days", LocalizedText("listening days", "民意“5”来听")),
            (.familyTalk, "family_talks", LocalizedText("“family-talk” meetings", "“拉家常”议事会")),
            (.quarterlyMeeting, "quarterly_meetings", LocalizedText("quarterly joint meetings", "季度联席会议")),
            (.reportIn, "report_ins", LocalizedText("report-ins", "到社区报到")),
            (.stationActivity, "station_activities", LocalizedText("activities of stations", "驿站活动")),
            (.volunteerActivity, "volunteer_activities", LocalizedText("volunteer activities", "志愿活动")),
            (.visit, "visits", LocalizedText("visits", "走访摸排")),
          ]
        )
      ),
      ScanSource(
        ReceptionDay.self,
        where: { $0.liesInPeriod("held_date") },
        [ReportFigure("attendance", "persons", LocalizedText("people who came", "到场人次"), owners: .localOffices)]
          + roles.map { ReportFigure($0.key, "persons", $0.name, owners: .localOffices) }
      ) { event, _ in
        var counts = ["attendance": RateFigure.count(Int(event.attendance))]
        for (role, key, _) in roles {
          let came = event.participants.count { $0.role == role && $0.attended }
          if came > 0 { counts[key] = .count(came) }
        }
        return counts
      },
    ]
  )

  private static let hasReportedIn: CountSource.Condition = { moment in
    .named(
      by: ReceptionDay.recordKind,
      "project",
      where: .and([.is("kind", ReceptionDay.Kind.reportIn), moment.lies("held_date")])
    )
  }

  private static let reportIns = ReportDefinition(
    "report_ins",
    LocalizedText("Report-ins of project heads to their communities", "项目负责人到社区报到"),
    [
      CountSource(
        Project.recordKind,
        where: \.isValid,
        [
          .share(
            "projects_reported_in",
            LocalizedText("projects whose head has reported in", "负责人已报到的项目"),
            where: hasReportedIn
          )
        ]
      )
    ],
    findings: [
      FindingSource(
        Project.self,
        "head_not_reported_in",
        LocalizedText("its head has not reported in", "负责人未到社区报到"),
        where: { .and([$0.isValid, .not(hasReportedIn($0))]) },
        called: \.displayName
      )
    ]
  )

  private static func disclosed(_ kind: Disclosure.Kind) -> CountSource.Condition {
    {
      .named(
        by: Disclosure.recordKind,
        "subject",
        where: .and([.is("kind", kind), $0.liesInPeriod("publication_date")])
      )
    }
  }
  /// 三公开: the services, the fees and the accounts.
  private static let disclosedAll: CountSource.Condition = { moment in
    .and([Disclosure.Kind.service, .fees, .accounts].map { disclosed($0)(moment) })
  }

  private static let disclosures = ReportDefinition(
    "disclosures",
    LocalizedText("Disclosures of projects", "三公开制度"),
    [
      CountSource(
        Project.recordKind,
        where: \.wasValid,
        [
          .share(
            "projects_disclosing_all",
            LocalizedText("projects that published services, fees and accounts", "落实三公开的项目"),
            where: disclosedAll
          ),
          .share(
            "projects_disclosing_services",
            LocalizedText("that published services", "公开服务事项的项目"),
            where: disclosed(.service)
          ),
          .share(
            "projects_disclosing_fees",
            LocalizedText("that published fees", "公开收费标准的项目"),
            where: disclosed(.fees)
          ),
          .share(
            "projects_disclosing_accounts",
            LocalizedText("that published accounts", "公开收支的项目"),
            where: disclosed(.accounts)
          ),
        ]
      ),
      CountSource(
        Disclosure.recordKind,
        .flow("publication_date"),
        [.count("disclosures", "publications", LocalizedText("publications", "公开次数"))]
      ),
    ],
    findings: [
      FindingSource(
        Project.self,
        "project_disclosure_missing",
        LocalizedText("has not published all three in the span", "期间未落实三公开"),
        where: { .and([$0.wasValid, .not(disclosedAll($0))]) },
        called: \.displayName
      )
    ]
  )

  private static func surveys(_ key: String, _ name: LocalizedText, of type: ResourceType) -> CountSource.Figure {
    .sums(key, name, "satisfied_count", of: "respondent_count") { .hasPrefix("subject", $0.names(of: type)) }
  }

  private static let satisfaction = ReportDefinition(
    "satisfaction",
    LocalizedText("Satisfaction", "群众满意度"),
    [
      CountSource(
        SatisfactionSurvey.recordKind,
        .flow("survey_date"),
        [
          .count("surveys", "surveys", LocalizedText("surveys", "满意度调查")),
          .sums(
            "satisfied",
            LocalizedText("respondents satisfied, all surveys", "受访满意率"),
            "satisfied_count",
            of: "respondent_count"
          ),
          surveys("satisfied_with_compounds", LocalizedText("satisfied with compounds", "小区满意率"), of: .compound),
          surveys("satisfied_with_projects", LocalizedText("satisfied with projects", "项目满意率"), of: .project),
          surveys("satisfied_with_events", LocalizedText("satisfied with events", "活动满意率"), of: .receptionDay),
        ]
      ),
      CountSource(Ticket.recordKind, .flow("resolve_time"), [satisfied("satisfied_with_tickets")]),
    ]
  )
}
