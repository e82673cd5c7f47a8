internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// The indicator tree “14365” (指标体系): one core, four responsibilities, three networks, six improvements, five goals.
struct IndicatorHandlers: IndicatorService {
  let environment: ServiceEnvironment
  let indicators: StandardMethods<Indicator>
  let measure: IndicatorMeasure

  /// - Parameter measure: Gives the figures that leaves are measured by.
  init(_ environment: ServiceEnvironment, measure: @escaping IndicatorMeasure) {
    self.environment = environment
    indicators = StandardMethods(environment: environment)
    self.measure = measure
  }
}
