internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Figures for which the columns do not suffice: every record is read. For kinds of some thousand records at most.
struct ScanSource<Resource: StoredResource>: ReportSource {
  /// What a record adds to each figure.
  typealias Counter = @Sendable (Resource, ReportMoment) -> [String: RateFigure]

  let figures: [ReportFigure]
  let base: CountSource.Condition
  let counter: Counter

  /// The conditions are asked for each period.
  init(
    _: Resource.Type,
    where base: @escaping CountSource.Condition,
    _ figures: [ReportFigure],
    _ counter: @escaping Counter
  ) {
    self.figures = figures
    self.base = base
    self.counter = counter
  }

  var kind: RecordKind { Resource.recordKind }

  func count(_ reading: ReportReading, into tally: inout ReportTally) throws {
    for (index, period) in reading.question.periods.enumerated() {
      let moment = reading.moment(period)
      let query = ListQuery(
        Resource.recordKind,
        where: RecordFilter(division: reading.division, predicate: base(moment))
      )
      try reading.snapshot.forEach(query) { record in
        let part = reading.part(of: record.division)
        for (key, figure) in counter(try StoredRecord<Resource>(record).resource, moment) {
          tally.add(figure, part: part, period: index, key: key)
        }
      }
    }
  }
}
