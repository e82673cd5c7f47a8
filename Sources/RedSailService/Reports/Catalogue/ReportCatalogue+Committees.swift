internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Committees, their elections and what they owe (rows 7 and 8).
extension ReportCatalogue {
  static let committees = [
    partyRatio, dueElections, vetting, elections, committeeFilings, contractFilings, votes, rectifications,
  ]

  private static let isOwners: CountSource.Condition = {
    .and([$0.isValid, .is("kind", Committee.Kind.owners)])
  }
  /// Elected before the least party ratio was set: listed apart.
  private static let isOlder: CountSource.Condition = { moment in
    guard let start = moment.rules.value(.committeeMinimumPartyPercent, on: moment.day).period.start else {
      return .not(.all)
    }
    return .or([.isUnset("rule_date"), .compare("rule_date", .less, start.column)])
  }
  /// What the committee was made up of on the day.
  private static func wasComposed(_ moment: ReportMoment, _ predicate: Predicate) -> Predicate {
    .named(by: Committee.compositionsLinkKind, "committee", where: .and([moment.isValid, predicate]))
  }
  private static let isBreached: CountSource.Condition = { wasComposed($0, .isTrue("ratio_breached")) }
  private static let isBreach: CountSource.Condition = { .and([.not(isOlder($0)), isBreached($0)]) }
  private static let isOlderBelow: CountSource.Condition = { moment in
    let minimum = Int64(moment.rules.integer(.committeeMinimumPartyPercent, on: moment.day))
    return .and([isOlder(moment), wasComposed(moment, .compare("party_percent", .less, .integer(minimum)))])
  }

  private static let partyRatio = ReportDefinition(
    "party_ratio",
    LocalizedText("Party members on owners' committees", "业委会党员比例"),
    [
      CountSource(
        Committee.recordKind,
        where: isOwners,
        [
          .share(
            "committees_at_ratio",
            LocalizedText("committees elected under the rule that reach the least party ratio", "达到党员比例的新增、换届业委会"),
            excluding: [.init("elected_before_rule", isOlder)],
            where: { .not(isBreached($0)) }
          ),
          .count(
            "committees_in_breach",
            "committees",
            LocalizedText("committees in breach", "未达比例的业委会"),
            where: isBreach
          ),
          .count(
            "older_committees_below",
            "committees",
            LocalizedText("older committees below the ratio", "规则生效前选举且未达比例的业委会"),
            where: isOlderBelow
          ),
        ]
      )
    ],
    findings: [
      FindingSource(
        Committee.self,
        "party_ratio_breached",
        LocalizedText("has fewer party members than the rule asks for", "党员比例未达规定"),
        where: { .and([isOwners($0), isBreach($0)]) },
        called: \.displayName,
        date: \.validFrom
      ),
      FindingSource(
        Committee.self,
        "party_ratio_below_before_rule",
        LocalizedText("was elected before the rule and lies below its ratio", "规则生效前选举，党员比例低于规定"),
        where: { .and([isOwners($0), isOlderBelow($0)]) },
        called: \.displayName,
        date: \.validFrom
      ),
    ]
  )

  private static func endsWithin(_ days: Int, _ moment: ReportMoment) -> Predicate {
    .and([
      isOwners(moment), .compare("valid_to", .lessOrEqual, moment.day.advanced(byDays: days).column),
    ])
  }
  private static let hasStarted: CountSource.Condition = { moment in
    .named(
      by: Election.recordKind,
      "committee",
      where: .and([moment.lies("start_date"), .not(.is("state", Election.State.cancelled))])
    )
  }
  /// `valid_to` is the day after the last: the last lies within the days asked for.
  private static let isDue: CountSource.Condition = { endsWithin($0.daysAhead + 1, $0) }
  /// On the last day for it there still is time.
  private static let isStartOverdue: CountSource.Condition = { moment in
    .and([
      endsWithin(moment.rules.integer(.committeeReelectionDays, on: moment.day), moment), .not(hasStarted(moment)),
    ])
  }

  private static let dueElections = ReportDefinition(
    "due_elections",
    LocalizedText("Elections that are due", "应换届业委会"),
    [
      CountSource(
        Committee.recordKind,
        where: isOwners,
        [
          .share(
            "due_elections_started",
            LocalizedText("committees whose term ends soon and whose re-election has started", "即将届满且已启动换届的业委会"),
            among: isDue,
            where: hasStarted
          ),
          .count(
            "starts_overdue",
            "committees",
            LocalizedText("committees whose re-election should have started", "逾期未启动换届的业委会"),
            where: isStartOverdue
          ),
        ]
      )
    ],
    findings: [
      FindingSource(
        Committee.self,
        "election_start_overdue",
        LocalizedText("should have started its re-election", "逾期未启动换届"),
        where: isStartOverdue,
        called: \.displayName,
        date: \.validTo
      ),
      FindingSource(
        Committee.self,
        "term_ends_soon",
        LocalizedText("its term ends soon", "任期即将届满"),
        where: { .and([isDue($0), .not(isStartOverdue($0))]) },
        called: \.displayName,
        date: \.validTo
      ),
    ]
  )

  private static let vetting = ReportDefinition(
    "vetting",
    LocalizedText("Vetting of candidates", "业委会候选人审核把关"),
    [
      CountSource(
        Candidate.recordKind,
        where: { moment in
          .exists(
            RelatedRecords(
              Election.recordKind,
              column: "name",
              equals: "election",
              where: moment.liesInPeriod("start_date")
            )
          )
        },
        [
          .share(
            "candidates_vetted",
            LocalizedText("candidates with a decision", "已审核的候选人"),
            owners: .localOffices,
            where: { _ in .is("vetting", Candidate.Vetting.approved, .rejected) }
          ),
          .count(
            "candidates_approved",
            "persons",
            LocalizedText("candidates approved", "审核通过的候选人"),
            owners: .localOffices
          ) { _ in .is("vetting", Candidate.Vetting.approved) }.within("candidates_vetted"),
        ]
          + CountSource.counts(
            by: "category",
            "persons",
            owners: .localOffices,
            [
              (
                Candidate.Category.communityOfficial, "community_officials",
                LocalizedText("community officials", "社区“两委”成员")
              ),
              (.partyOwner, "party_owners", LocalizedText("owners in the party", "党员业主")),
              (.buildingHead, "building_heads", LocalizedText("building heads", "楼长")),
              (.owner, "other_owners", LocalizedText("other owners", "其他业主")),
            ]
          ).map { $0.grouped("category") }
      )
    ]
  )

  private static let elections = ReportDefinition(
    "elections",
    LocalizedText("Elections counted", "业委会选举"),
    [
      CountSource(
        Election.recordKind,
        .flow("count_date"),
        [
          .share("elections_valid", LocalizedText("counted elections with a valid result", "结果有效的选举")) { _ in
            .isTrue("valid")
          },
          .count("first_elections", "elections", LocalizedText("first elections", "首次选举")) { _ in
            .is("kind", Election.Kind.first)
          },
          .count("reelections", "elections", LocalizedText("re-elections", "换届选举")) { _ in
            .is("kind", Election.Kind.reelection)
          },
        ]
      )
    ]
  )

  private static let votes = ReportDefinition(
    "votes",
    LocalizedText("Owners' votes", "业主共同决定"),
    [
      CountSource(
        OwnersVote.recordKind,
        .flow("vote_date"),
        [.share("votes_passed", LocalizedText("votes passed", "表决通过")) { _ in .isTrue("passed") }]
      )
    ]
  )

  private static let isRectificationOverdue: CountSource.Condition = {
    .and([
      $0.liesBefore("due_date"), .not($0.lies("done_date")), .not(.is("state", Rectification.State.cancelled)),
    ])
  }

  private static let rectifications = ReportDefinition(
    "rectifications",
    LocalizedText("Rectifications", "整改任务"),
    [
      CountSource(
        Rectification.recordKind,
        where: { _ in .not(.is("state", Rectification.State.cancelled)) },
        [
          .share("rectifications_done", LocalizedText("rectifications done", "完成的整改任务")) {
            $0.lies("done_date")
          },
          .count(
            "rectifications_overdue",
            "tasks",
            LocalizedText("rectifications overdue", "逾期未完成的整改任务"),
            where: isRectificationOverdue
          ),
        ]
      )
    ],
    findings: [
      FindingSource(
        Rectification.self,
        "rectification_overdue",
        LocalizedText("is not done though its day has passed", "整改逾期未完成"),
        where: isRectificationOverdue,
        called: \.displayName,
        date: \.dueDate
      )
    ]
  )
}
