internal import RedSailAPI
internal import RedSailModel

/// The rows of a scoreboard: the article's figures beside the counted ones, in order of row.
struct ScoreboardRows {
  let counts: ScoreboardCounts
  let scale: DemonstrationScale

  /// All of them.
  var all: [Scoreboard.Row] {
    [
      row(.firmsWithOrganisation, counts.firmsWithOrganisation, "firms", .firmsWithOrganisation),
      row(.firmsWithInstructor, counts.firmsWithInstructor, "firms", .firmsWithInstructor),
      row(.firmsCovered, counts.firmsWithOrganisation + counts.firmsWithInstructor, "firms", .firmsCovered),
      coverage,
      plain(11, "promises_kept", Self.promises, counts.promisesKept, "demands", .promisesKept),
      plain(11, "promises_overdue", Self.promises, counts.promisesOverdue, "demands", .promisesOverdue),
      row(.receptionDays, counts.receptionDays, "events", .receptionDays),
      row(.demands, counts.demands, "demands", .demands),
      row(.demandsResolved, counts.demandsResolved, "demands", .demandsResolved),
      resolvedShare,
    ]
      + TicketLevel.allCases.map { level in
        let key = "closed_at_\(level.description.lowercased())"
        return plain(14, key, Self.levels, counts.closed[level] ?? 0, "tickets", .closed(at: level))
      }
  }

  private static let promises = "现场不能解决，限期答复"
  private static let levels = "琐事网格结、小事社区结、大事街道结、难事县区结"

  /// A figure of the article.
  private func row(
    _ figure: PublishedFigure,
    _ computed: Int,
    _ unit: String,
    _ name: LocalizedText
  ) -> Scoreboard.Row {
    let interval = figure.interval(at: scale)
    var row = plain(Int32(figure.row), figure.key, figure.quote, computed, unit, name)
    row.published = Double(figure.published)
    row.low = Double(interval.lowerBound)
    row.high = Double(interval.upperBound)
    row.agrees = interval.contains(computed)
    return row
  }

  /// A figure that the article speaks of without a number.
  private func plain(
    _ number: Int32,
    _ key: String,
    _ quote: String,
    _ computed: Int,
    _ unit: String,
    _ name: LocalizedText
  ) -> Scoreboard.Row {
    .with {
      $0.row = number
      $0.displayName = name.english
      $0.localizedName = name.chinese
      $0.key = key
      $0.quote = quote
      $0.computed = Double(computed)
      $0.unit = unit
    }
  }

  /// 464 + 105 firms are all there are: "全部". Shares are not scaled.
  private var coverage: Scoreboard.Row {
    share(
      3,
      "firms_covered_percent",
      PublishedFigure.firmsWithInstructor.quote,
      Rate(numerator: counts.firmsWithOrganisation + counts.firmsWithInstructor, denominator: counts.firms),
      published: 1_000,
      interval: 1_000...1_000,
      name: .coverage
    )
  }

  private var resolvedShare: Scoreboard.Row {
    share(
      12,
      "demands_resolved_percent",
      "\(PublishedFigure.demands.quote)，\(PublishedFigure.demandsResolved.quote)",
      Rate(numerator: counts.demandsResolved, denominator: counts.demands),
      published: PublishedFigure.resolvedPerMille,
      interval: PublishedFigure.resolvedPerMilleInterval(at: scale),
      name: .resolvedShare
    )
  }

  /// A share in per cent with one decimal; absent while there is nothing to count among.
  private func share(
    _ number: Int32,
    _ key: String,
    _ quote: String,
    _ rate: Rate,
    published: Int,
    interval: ClosedRange<Int>,
    name: LocalizedText
  ) -> Scoreboard.Row {
    .with {
      $0.row = number
      $0.displayName = name.english
      $0.localizedName = name.chinese
      $0.key = key
      $0.quote = quote
      $0.published = Double(published) / 10
      $0.low = Double(interval.lowerBound) / 10
      $0.high = Double(interval.upperBound) / 10
      $0.computed = rate.perMille.map { Double($0) / 10 }
      $0.agrees = rate.perMille.map(interval.contains)
      $0.unit = "%"
    }
  }
}
