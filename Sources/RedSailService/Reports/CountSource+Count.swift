internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension CountSource {
  func count(_ reading: ReportReading, into tally: inout ReportTally) throws {
    let question = reading.question
    switch timing {
    case .flow(let column):
      let moment = reading.moment(question.span)
      let rows = try rows(reading, moment, inSpan(column, moment), by: period(column, question))
      var indexes: [Int64: Int] = [:]
      if let calendar = question.calendar {
        for (index, period) in question.periods.enumerated() { indexes[period.number(calendar)] = index }
      }
      for row in rows {
        let number = question.calendar == nil ? nil : row.group.last?.integer
        add(row, period: number.flatMap { indexes[$0] } ?? 0, reading, &tally)
      }
    case .stock:
      for (index, period) in question.periods.enumerated() {
        for row in try rows(reading, reading.moment(period)) { add(row, period: index, reading, &tally) }
      }
    case .quarters:
      for (index, period) in question.periods.enumerated() {
        for quarter in period.endedQuarters {
          for row in try rows(reading, reading.moment(quarter)) { add(row, period: index, reading, &tally) }
        }
      }
    }
  }

  /// The column lies in the span.
  private func inSpan(_ column: String, _ moment: ReportMoment) -> Predicate {
    kind.column(named: column)?.type == .timestamp ? moment.happenedInPeriod(column) : moment.liesInPeriod(column)
  }

  /// Groups by the question's periods; not at all where the span is one.
  private func period(_ column: String, _ question: ReportQuestion) -> AggregateQuery.Grouping? {
    switch question.calendar {
    case .month: return .month(column)
    case .quarter: return .quarter(column)
    case .year: return .year(column)
    default: return nil
    }
  }

  private func rows(
    _ reading: ReportReading,
    _ moment: ReportMoment,
    _ condition: Predicate = .all,
    by period: AggregateQuery.Grouping? = nil
  ) throws -> [AggregateRow] {
    var groups: [AggregateQuery.Grouping] = []
    if !reading.parts.isEmpty { groups.append(.subtree(of: Set(reading.parts))) }
    if let period { groups.append(period) }
    return try reading.snapshot.aggregate(
      AggregateQuery(
        kind,
        where: RecordFilter(division: reading.division, predicate: .and([base(moment), condition])),
        by: groups,
        measures: counted.flatMap { $0.measures(moment) }
      )
    )
  }

  private func add(_ row: AggregateRow, period: Int, _ reading: ReportReading, _ tally: inout ReportTally) {
    let part = reading.parts.isEmpty ? nil : row.group.first?.text
    var values = row.measures.map { Int($0.integer ?? 0) }[...]
    for figure in counted {
      let rate = figure.rate(from: &values)
      tally.add(rate, part: part, period: period, key: figure.figure.key)
    }
  }
}

extension CountSource.Figure {
  /// Numerator; of a share, denominator, entered late, and each exclusion.
  func measures(_ moment: ReportMoment) -> [AggregateQuery.Measure] {
    let left = exclusions.map { $0.condition(moment) }
    let counts = Predicate.and([among(moment)] + left.map { .not($0) })
    var measures = [Self.measure(.and([counts, numerator(moment)]), sum)]
    guard figure.isShare else { return measures }
    measures.append(Self.measure(counts, sumAmong))
    if let backfilled { measures.append(.count(where: .and([counts, .isTrue(backfilled)]))) }
    for (index, condition) in left.enumerated() {
      measures.append(.count(where: .and([among(moment), condition] + left[..<index].map { .not($0) })))
    }
    return measures
  }

  private static func measure(_ condition: Predicate, _ sum: String?) -> AggregateQuery.Measure {
    .matching(condition, sum.map { .sum($0) } ?? .count)
  }

  /// Takes the values of `measures` from the front.
  func rate(from values: inout ArraySlice<Int>) -> RateFigure {
    var rate = RateFigure(numerator: values.popFirst() ?? 0)
    guard figure.isShare else { return rate }
    rate.denominator = values.popFirst() ?? 0
    if backfilled != nil { rate.backfilled = values.popFirst() ?? 0 }
    for exclusion in exclusions {
      let count = values.popFirst() ?? 0
      if count > 0 { rate.exclusions[exclusion.reason] = count }
    }
    return rate
  }
}

extension ReportPeriod {
  /// The number by which the store groups the days of the period.
  fileprivate func number(_ kind: ReportPeriodKind) -> Int64 {
    let (year, month, _) = to.parts
    return switch kind {
    case .month: Int64(year * 100 + month)
    case .quarter: Int64(year * 10 + (month + 2) / 3)
    default: Int64(year)
    }
  }
}
