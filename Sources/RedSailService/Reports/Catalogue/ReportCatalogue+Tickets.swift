internal import RedSailAPI
internal import RedSailStore

/// Demands, promises, levels, rates and the hotline (rows 11 to 15, 20, 27).
extension ReportCatalogue {
  static let tickets = [
    demands, promises, ticketsOverdue, closedLevels, ticketRates, ticketSources, hotlineShare, visitsMediations,
  ]

  /// Demands whose source is an event that was held: the article's figures speak of these, not of the hotline's tickets.
  /// An event that was withdrawn takes its demands with it.
  private static let isDemand: CountSource.Condition = { _ in
    .and([
      .is("source", Ticket.Source.receptionDay),
      .exists(
        RelatedRecords(
          ReceptionDay.recordKind,
          column: "name",
          equals: "reception_day",
          where: .not(.isUnset("held_date"))
        )
      ),
    ])
  }
  private static let isSolved: CountSource.Condition = { _ in
    .and([.is("resolution", Ticket.Resolution.solved), isAnswered])
  }
  private static let isAnswered = Predicate.not(.isUnset("resolve_time"))
  private static let isMerged = Predicate.is("state", Ticket.State.merged)
  private static let isNotAccepted = Predicate.is("state", Ticket.State.notAccepted)
  /// Nobody owes an answer to these any more: the leading ticket's promise stands, or there is none.
  private static let notOwed: [CountSource.Exclusion] = [
    .init("merged") { _ in isMerged }, .init("not_accepted") { _ in isNotAccepted },
  ]

  private static let demands = ReportDefinition(
    "demands",
    LocalizedText("Demands raised at events", "活动收集的诉求"),
    [
      CountSource(
        Ticket.recordKind,
        .flow("receive_time"),
        where: isDemand,
        [
          .share(
            "demands_resolved",
            LocalizedText("demands resolved; an answer is no resolution", "已解决的诉求"),
            backfilled: "backfilled",
            where: isSolved
          ),
          .share(
            "demands_resolved_on_site",
            LocalizedText("demands resolved or answered on site", "现场办结的诉求"),
            backfilled: "backfilled"
          ) { _ in .isTrue("resolved_on_site") },
        ]
      )
    ]
  )

  private static let isPromiseKept: CountSource.Condition = { _ in .and([.isTrue("promise_kept"), isAnswered]) }
  private static let isPromiseOverdue: CountSource.Condition = {
    .and([$0.liesBefore("promised_date"), .not(isAnswered), .not(isMerged), .not(isNotAccepted)])
  }

  private static let promises = ReportDefinition(
    "promises",
    LocalizedText("Promises made at events", "限期答复承诺"),
    [
      CountSource(
        Ticket.recordKind,
        .flow("receive_time"),
        where: { .and([isDemand($0), .not(.isUnset("promised_date"))]) },
        [
          .share(
            "promises_kept",
            LocalizedText("promises kept, of those answered or past their day", "按期答复的承诺"),
            excluding: notOwed + [
              .init("in_time") { .and([.not(isAnswered), .not($0.liesBefore("promised_date"))]) }
            ],
            backfilled: "backfilled",
            where: isPromiseKept
          ),
          .count(
            "promises_overdue",
            "demands",
            LocalizedText("promises overdue", "逾期未答复的承诺"),
            where: isPromiseOverdue
          ),
        ]
      )
    ],
    findings: [
      FindingSource(
        Ticket.self,
        "promise_overdue",
        LocalizedText("was not answered by the promised day", "逾期未答复"),
        where: { .and([isDemand($0), $0.happenedInPeriod("receive_time"), isPromiseOverdue($0)]) },
        called: \.title,
        date: \.promisedDate
      )
    ]
  )

  private static let isOverdue: CountSource.Condition = {
    .and([$0.happened("overdue_time"), .not(isAnswered), .not(isMerged), .not(isNotAccepted)])
  }

  private static let ticketsOverdue = ReportDefinition(
    "tickets_overdue",
    LocalizedText("Tickets by their due date", "工单逾期情况"),
    [
      CountSource(
        Ticket.recordKind,
        .flow("overdue_time"),
        [
          .share(
            "handled_in_time",
            LocalizedText("tickets that fell due and were handled in time", "按期办结的到期工单"),
            excluding: notOwed,
            backfilled: "backfilled"
          ) { _ in .and([isAnswered, .not(.isTrue("resolved_late"))]) },
          .count(
            "tickets_overdue",
            "tickets",
            LocalizedText("tickets overdue and still open", "逾期未办结的工单"),
            where: isOverdue
          ),
        ]
      )
    ],
    findings: [
      FindingSource(
        Ticket.self,
        "ticket_overdue",
        LocalizedText("is not handled though its period has ended", "逾期未办结"),
        where: isOverdue,
        called: \.title,
        date: { $0.due?.date }
      )
    ]
  )

  private static func closed(_ level: Ticket.Level, _ key: String, _ name: LocalizedText) -> CountSource.Figure {
    .share("closed_at_\(key)", name) { _ in .is("level_closed", level) }
  }
  private static let isAtOwnLevel = Predicate.or(
    [(Ticket.Grade.trivial, Ticket.Level.grid), (.small, .community), (.major, .street), (.hard, .county)].map {
      .and([.is("grade", $0), .is("level_closed", $1)])
    }
  )

  private static let closedLevels = ReportDefinition(
    "closed_levels",
    LocalizedText("Levels at which tickets were closed", "四级化解办结层级"),
    [
      CountSource(
        Ticket.recordKind,
        .flow("close_time"),
        where: { _ in .is("state", Ticket.State.closed) },
        [
          closed(.grid, "grid", LocalizedText("closed in the grid", "网格办结")),
          closed(.community, "community", LocalizedText("closed in the community", "社区办结")),
          closed(.street, "street", LocalizedText("closed in the street", "街道办结")),
          closed(.county, "county", LocalizedText("closed in the county", "县区办结")),
          .share(
            "closed_at_own_level",
            LocalizedText("graded tickets closed at the level of their grade", "按事项等级办结的工单"),
            among: { _ in .not(.isUnset("grade")) }
          ) { _ in isAtOwnLevel },
        ]
      )
    ]
  )

  /// Of those asked, who said that they are satisfied.
  static func satisfied(_ key: String) -> CountSource.Figure {
    .share(
      key,
      LocalizedText("complainants satisfied, of those reached", "诉求人满意率"),
      among: { _ in isAnswered },
      excluding: notOwed + [
        .init("not_asked") { _ in .isUnset("satisfaction") },
        .init("not_reached") { _ in .is("satisfaction", Ticket.Satisfaction.notReached) },
      ],
      backfilled: "backfilled"
    ) { _ in .is("satisfaction", Ticket.Satisfaction.satisfied) }
  }

  private static let ticketRates = ReportDefinition(
    "ticket_rates",
    LocalizedText("Response, resolution and satisfaction of tickets", "工单响应率、解决率、满意率"),
    [
      CountSource(
        Ticket.recordKind,
        .flow("receive_time"),
        [
          .share(
            "response",
            LocalizedText("tickets signed for or answered", "响应率"),
            excluding: notOwed,
            backfilled: "backfilled"
          ) { _ in .or([.not(.isUnset("sign_time")), isAnswered]) },
          .share(
            "resolution",
            LocalizedText("tickets resolved, of those answered or past their period", "解决率"),
            excluding: notOwed + [
              .init("withdrawn") { _ in .is("resolution", Ticket.Resolution.withdrawn) },
              .init("in_time") { .and([.not(isAnswered), .not($0.happened("overdue_time"))]) },
            ],
            backfilled: "backfilled",
            where: isSolved
          ),
          satisfied("satisfaction"),
          .share(
            "with_officer",
            LocalizedText("tickets with a named responsible officer", "明确专人负责的工单")
          ) { _ in .isTrue("officer_named") },
        ]
      )
    ]
  )

  private static let ticketSources = ReportDefinition(
    "ticket_sources",
    LocalizedText("Tickets by source", "工单来源"),
    [
      CountSource(
        Ticket.recordKind,
        .flow("receive_time"),
        CountSource.counts(
          by: "source",
          "tickets",
          [
            (Ticket.Source.hotline, "hotline_tickets", LocalizedText("from the hotline", "12345热线")),
            (.receptionDay, "event_tickets", LocalizedText("from events", "接待日等活动")),
            (.owner, "owner_tickets", LocalizedText("from owners, by the mini program", "业主小程序")),
            (.grid, "grid_tickets", LocalizedText("from grids", "网格上报")),
            (.visit, "visit_tickets", LocalizedText("from visits", "走访摸排")),
          ]
        )
      )
    ]
  )

  private static let hotlineShare = ReportDefinition(
    "hotline_share",
    LocalizedText("Property calls at the hotline", "12345物业类来话占比"),
    [
      hotline("property_share", LocalizedText("share of property calls", "物业类来话占比")) {
        $0.liesInPeriod("month_date")
      },
      hotline("year_to_date", LocalizedText("share since 1 January", "今年以来物业类来话占比")) {
        $0.liesInYear("month_date")
      },
      hotline("year_before", LocalizedText("share in the same months of the year before", "上年同期物业类来话占比")) {
        $0.during(
          ReportPeriod(from: $0.period.from.advanced(byYears: -1), to: $0.day.advanced(byYears: -1))
        ).liesInYear("month_date")
      },
    ]
  )

  /// Totals are reported by cities or counties: where both are, the counties' are part of the city's.
  private static func hotline(
    _ key: String,
    _ name: LocalizedText,
    _ condition: @escaping CountSource.Condition
  ) -> HotlineSource {
    HotlineSource(figure: ReportFigure(key, "%", name, isShare: true), condition: condition)
  }

  private static let visitsMediations = ReportDefinition(
    "visits_mediations",
    LocalizedText("Visits and mediations", "走访摸排与矛盾纠纷调解"),
    [
      CountSource(
        Ticket.recordKind,
        .flow("receive_time"),
        [
          .count("visit_findings", "tickets", LocalizedText("matters found on visits", "走访摸排事项")) { _ in
            .is("source", Ticket.Source.visit)
          },
          .share(
            "mediations_resolved",
            LocalizedText("mediations resolved", "化解的矛盾纠纷"),
            among: { _ in .is("kind", Ticket.Kind.mediation) },
            excluding: notOwed,
            where: isSolved
          ),
        ]
      ),
      CountSource(
        ReceptionDay.recordKind,
        .flow("held_date"),
        where: { _ in .is("kind", ReceptionDay.Kind.visit) },
        [.count("visits", "events", LocalizedText("visits", "走访活动"))]
      ),
    ]
  )
}
