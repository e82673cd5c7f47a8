internal import RedSailAPI
internal import RedSailModel

extension CityPlan {
  /// A node of “14365”; the number of firms to be organised is scaled as everything is.
  func indicator(_ index: Int) -> PlannedRecord<Indicator> {
    let node = IndicatorTemplate.article[index]
    return PlannedRecord(Self.indicatorID(node.code), at: Self.recordsBegin) {
      $0.division = division(Self.code)
      $0.displayName = node.name
      $0.code = node.code
      $0.parentIndicator = node.parent.map { "\(Self.city)/indicators/\(Self.indicatorID($0))" } ?? ""
      $0.position = node.position
      $0.responsibleRoles = node.roles.map { .init(rawValue: $0.rawValue) }
      guard let measure = node.measure else { return }
      $0.report = measure.report
      $0.figure = measure.figure
      $0.target = .with {
        $0.value = measure.unit == "%" ? measure.least : Double(scale.planned(Int(measure.least)))
        $0.unit = measure.unit
        $0.direction = .atLeast
      }
    }
  }

  private static func indicatorID(_ code: String) -> String {
    "node-" + code.map { $0 == "." ? "-" : String($0) }.joined()
  }
}
