internal import RPCCore
internal import RedSailAPI

/// The indicator tree “14365” (指标体系): one core, four responsibilities, three networks, six improvements, five goals.
struct IndicatorHandlers: IndicatorService {
  let indicators: StandardMethods<Indicator>

  init(_ environment: ServiceEnvironment) {
    indicators = StandardMethods(environment: environment)
  }
}
