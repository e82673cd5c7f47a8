internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension ScoreboardCounts {
  /// Counts what is stored; event times and dates decide, so that an earlier day gives the figures of that day.
  init(_ snapshot: any StoreSnapshot, _ period: ScoreboardPeriod) throws {
    revision = try snapshot.revision()
    try countFirms(snapshot, period)
    receptionDays = try snapshot.count(
      ReceptionDay.recordKind,
      where: RecordFilter(
        predicate: .and([
          period.liesSinceLastYear("held_date"),
          .compare("kind", .equal, .integer(Int64(ReceptionDay.Kind.managerReceptionDay.rawValue))),
        ])
      )
    )
    try countDemands(snapshot, period)
    try countPromises(snapshot, period)
    try countClosed(snapshot, period)
  }

  private mutating func countFirms(_ snapshot: any StoreSnapshot, _ period: ScoreboardPeriod) throws {
    let organisation = Predicate.exists(
      RelatedRecords(PartyOrganisation.linkKind, column: "subject", equals: "name", where: period.isValid)
    )
    let instructor = Predicate.exists(
      RelatedRecords(InstructorAssignment.recordKind, column: "firm", equals: "name", where: period.isValid)
    )
    func count(_ conditions: Predicate...) throws -> Int {
      try snapshot.count(Firm.recordKind, where: RecordFilter(predicate: .and([period.isValid] + conditions)))
    }
    firms = try count()
    firmsWithOrganisation = try count(organisation)
    firmsWithInstructor = try count(.not(organisation), instructor)
  }

  private mutating func countDemands(_ snapshot: any StoreSnapshot, _ period: ScoreboardPeriod) throws {
    demands = try snapshot.count(Ticket.recordKind, where: RecordFilter(predicate: Self.raised(period)))
    demandsResolved = try snapshot.count(
      Ticket.recordKind,
      where: RecordFilter(
        predicate: .and([
          Self.raised(period),
          .compare("resolution", .equal, .integer(Int64(Ticket.Resolution.solved.rawValue))),
          period.happened("resolve_time"),
        ])
      )
    )
  }

  private mutating func countPromises(_ snapshot: any StoreSnapshot, _ period: ScoreboardPeriod) throws {
    promisesKept = try snapshot.count(
      Ticket.recordKind,
      where: RecordFilter(
        predicate: .and([
          Self.raised(period), .compare("promise_kept", .equal, .boolean(true)), period.happened("resolve_time"),
        ])
      )
    )
    promisesOverdue = try snapshot.count(
      Ticket.recordKind,
      where: RecordFilter(
        predicate: .and([
          Self.raised(period), period.liesBefore("promised_date"), .not(period.happened("resolve_time")),
          // Nobody owes an answer to these any more: the leading ticket's promise stands, or there is none.
          .not(.compare("state", .equal, .integer(Int64(Ticket.State.merged.rawValue)))),
          .not(.compare("state", .equal, .integer(Int64(Ticket.State.notAccepted.rawValue)))),
        ])
      )
    )
  }

  private mutating func countClosed(_ snapshot: any StoreSnapshot, _ period: ScoreboardPeriod) throws {
    let query = AggregateQuery(
      Ticket.recordKind,
      where: RecordFilter(
        predicate: .and([
          .compare("state", .equal, .integer(Int64(Ticket.State.closed.rawValue))),
          period.happenedSinceLastYear("close_time"),
        ])
      ),
      by: [.column("level_closed")]
    )
    for row in try snapshot.aggregate(query) {
      guard let number = row.group.first?.integer, let level = TicketLevel(rawValue: Int32(clamping: number)) else {
        continue
      }
      closed[level] = Int(row.measures.first?.integer ?? 0)
    }
  }

  /// Demands whose source is an event that was held, raised since last year: the article's figures speak of these, not of
  /// the hotline's tickets. An event that was withdrawn takes its demands with it.
  private static func raised(_ period: ScoreboardPeriod) -> Predicate {
    .and([
      .compare("source", .equal, .integer(Int64(Ticket.Source.receptionDay.rawValue))),
      period.happenedSinceLastYear("receive_time"),
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
}
