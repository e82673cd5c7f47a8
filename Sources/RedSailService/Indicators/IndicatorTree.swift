internal import RedSailAPI
internal import RedSailModel

/// The indicators that are valid on a day, in the order of the tree, and how they stand.
struct IndicatorTree: Sendable {
  /// A figure of a report.
  struct Figure: Sendable, Hashable {
    let report: String
    let figure: String
  }

  private let children: [String: [Indicator]]
  private let day: CivilDate

  /// Makes the tree of a day. A node whose parent is not valid then stands at the top.
  init(_ indicators: [Indicator], on day: CivilDate) {
    let valid = indicators.filter {
      DatePeriod(from: $0.validFrom?.civilDate, to: $0.validTo?.civilDate).contains(day)
    }
    let names = Set(valid.map(\.name))
    let sorted = valid.sorted { ($0.position, $0.code, $0.name) < ($1.position, $1.code, $1.name) }
    children = Dictionary(grouping: sorted) { names.contains($0.parentIndicator) ? $0.parentIndicator : "" }
    self.day = day
  }

  /// The figures that measure its leaves.
  var figures: Set<Figure> {
    Set(children.values.joined().filter { !$0.report.isEmpty }.map { Figure(report: $0.report, figure: $0.figure) })
  }

  /// How the nodes stand, parents first.
  ///
  /// - Parameter values: What was measured; a figure that is missing could not be.
  func results(_ values: [Figure: Double]) -> [EvaluateIndicatorsResponse.ResultMessage] {
    var results: [EvaluateIndicatorsResponse.ResultMessage] = []
    _ = add(below: "", values, to: &results)
    return results
  }

  /// Adds the nodes below one, and counts the leaves with targets.
  private func add(
    below name: String,
    _ values: [Figure: Double],
    to results: inout [EvaluateIndicatorsResponse.ResultMessage]
  ) -> (reached: Int32, targets: Int32) {
    var sum: (reached: Int32, targets: Int32) = (0, 0)
    for indicator in children[name] ?? [] {
      var result = EvaluateIndicatorsResponse.ResultMessage()
      result.indicator = indicator
      let place = results.count
      results.append(result)
      if children[indicator.name] != nil {
        let below = add(below: indicator.name, values, to: &results)
        (result.reachedCount, result.targetCount) = below
        sum = (sum.reached + below.reached, sum.targets + below.targets)
      } else {
        result.value = values[Figure(report: indicator.report, figure: indicator.figure)]
        if let target = indicator.target, target.year == 0 || Int(target.year) == day.year {
          result.reached = result.value.map { target.isReached(by: $0) }
          sum = (sum.reached + (result.reached == true ? 1 : 0), sum.targets + 1)
        }
      }
      results[place] = result
    }
    return sum
  }
}

extension Indicator.Target {
  /// Whether a value is on the good side.
  fileprivate func isReached(by measured: Double) -> Bool {
    switch direction {
    case .atLeast: measured >= value
    case .atMost: measured <= value
    case .exactly: measured == value
    case .unspecified, .unrecognized: false
    }
  }
}
