internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The figures of reports that a scoreboard's lines need, counted in one city.
struct ScoreboardFigures: Sendable {
  /// The city's six digits.
  let city: String
  /// The revision at which they were counted.
  let revision: Revision
  private var figures: [String: RateFigure] = [:]
  /// The lines whose kind of record is in the city.
  private var measured: Set<String> = []
  /// The lines that the caller is not shown.
  private var suppressed: Set<String> = []

  /// Counts them for callers with these roles; nil: all are shown.
  init(
    _ snapshot: any StoreSnapshot,
    _ lines: [ScoreboardLine],
    city: String,
    day: CivilDate,
    for roles: Set<Role>?
  ) throws {
    self.city = city
    revision = try snapshot.revision()
    let reading = try ReportReading(
      snapshot,
      ReportQuestion(
        city: city,
        division: city,
        span: ReportPeriod(from: ReportingPeriod.sinceLastYear(asOf: day).lowerBound, to: day)
      )
    )
    var isRecorded: [RecordKind: Bool] = [:]
    for (key, lines) in Dictionary(grouping: lines, by: \.report) {
      guard let report = ReportCatalogue.report(key) else { continue }
      let wanted = Set(lines.map(\.figure))
      let tally = try report.tally(reading, keys: wanted)
      let hidden = try HiddenFigures(report, reading, for: roles)
      for line in lines {
        // What the article publishes is known.
        if line.published == nil, hidden.contains(line.figure, division: city, period: 0) {
          suppressed.insert(line.key)
        }
        figures[line.key] = tally.whole(line.figure, parts: [], period: 0)
        guard let kind = report.sources.first(where: { $0.figures.contains { $0.key == line.figure } })?.kind else {
          continue
        }
        let known = try isRecorded[kind] ?? !snapshot.list(ListQuery(kind, pageSize: 1)).records.isEmpty
        isRecorded[kind] = known
        if known { measured.insert(line.key) }
      }
    }
  }

  /// Whether a line's figure is about too few persons to be shown.
  func isSuppressed(_ line: ScoreboardLine) -> Bool { suppressed.contains(line.key) }

  /// What was counted for a line; nil where nothing of the kind is recorded.
  func figure(_ line: ScoreboardLine) -> RateFigure? {
    measured.contains(line.key) ? figures[line.key] : nil
  }
}
