internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The share of property calls in the hotline's calls.
///
/// A city or a county reports totals for a month. Those of counties are part of their city's where both report the same
/// month, so a division's own total of a month goes before the sum of what lies below it.
struct HotlineSource: ReportSource {
  let figure: ReportFigure
  let condition: CountSource.Condition

  var kind: RecordKind { HotlineTotal.recordKind }
  var figures: [ReportFigure] { [figure] }

  func count(_ reading: ReportReading, into tally: inout ReportTally) throws {
    for (index, period) in reading.question.periods.enumerated() {
      var months: [Int64: [String: RateFigure]] = [:]
      let query = AggregateQuery(
        HotlineTotal.recordKind,
        where: RecordFilter(division: reading.division, predicate: condition(reading.moment(period))),
        by: [.column("month_date"), .column("division")],
        measures: [.sum("property_call_count"), .sum("call_count")]
      )
      for row in try reading.snapshot.aggregate(query) {
        guard let month = row.group.first?.integer, let division = row.group.last?.text else { continue }
        months[month, default: [:]][division] = RateFigure(
          numerator: Int(row.measures.first?.integer ?? 0),
          denominator: Int(row.measures.last?.integer ?? 0)
        )
      }
      for totals in months.values { add(totals, period: index, reading, &tally) }
    }
  }

  /// What the whole reports beyond its parts, below zero too, goes to no part, so that the whole's own total stands.
  private func add(_ totals: [String: RateFigure], period: Int, _ reading: ReportReading, _ tally: inout ReportTally) {
    let question = reading.question
    var rest = RateFigure()
    var parts: [String: [String: RateFigure]] = [:]
    for (division, total) in totals {
      if let part = reading.part(of: division) {
        parts[part, default: [:]][division] = total
      } else if division != question.division {
        rest = rest + total
      }
    }
    var below = rest
    for (part, totals) in parts {
      let total = totals[part] ?? totals.values.reduce(RateFigure(), +)
      below = below + total
      tally.add(total, part: part, period: period, key: figure.key)
    }
    let whole = totals[question.division] ?? below
    let remainder = RateFigure(
      numerator: whole.numerator - below.numerator + rest.numerator,
      denominator: whole.denominator - below.denominator + rest.denominator
    )
    tally.add(remainder, part: nil, period: period, key: figure.key)
  }
}
