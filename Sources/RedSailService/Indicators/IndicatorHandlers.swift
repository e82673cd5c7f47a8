internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// The indicator tree “14365” (指标体系): one core, four responsibilities, three networks, six improvements, five goals.
struct IndicatorHandlers: IndicatorService {
  let environment: ServiceEnvironment
  let indicators: StandardMethods<Indicator>

  init(_ environment: ServiceEnvironment) {
    self.environment = environment
    indicators = StandardMethods(environment: environment)
  }
}
