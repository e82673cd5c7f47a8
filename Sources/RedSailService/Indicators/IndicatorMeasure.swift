internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Measures the leaves of an indicator tree by the reports.
struct IndicatorMeasure {
  /// The code of the division; the whole city's is the city's own.
  let division: String
  let city: String
  /// The day as of which it is measured.
  let day: CivilDate
  /// What the caller may see; nil for all.
  let roles: Set<Role>?

  /// The values of figures; one that no report has, that there is nothing to count among for, or that is about persons
  /// whom the caller's office does not own, is missing.
  func values(_ figures: Set<IndicatorTree.Figure>, in snapshot: any StoreSnapshot) throws -> [IndicatorTree.Figure:
    Double]
  {
    let reading = try ReportReading(
      snapshot,
      ReportQuestion(city: city, division: division, span: try ReportHandlers.span(nil, day))
    )
    var values: [IndicatorTree.Figure: Double] = [:]
    for (key, wanted) in Dictionary(grouping: figures, by: \.report) {
      guard let report = ReportCatalogue.report(key) else { continue }
      let tally = try report.tally(reading, keys: Set(wanted.map(\.figure)))
      for figure in wanted {
        guard let known = report.figures.first(where: { $0.key == figure.figure }), isVisible(known) else { continue }
        let counted = tally.whole(known.key, parts: [], period: 0)
        values[figure] = known.isShare ? counted.perTenThousand.map { Double($0) / 100 } : Double(counted.numerator)
      }
    }
    return values
  }

  private func isVisible(_ figure: ReportFigure) -> Bool {
    guard let roles, !figure.owners.isEmpty else { return true }
    return !figure.owners.isDisjoint(with: roles)
  }
}
