internal import RPCCore
internal import RedSailAPI

/// Renovation of old compounds, takeovers and subsidies (老旧小区改造、物业接管、财政补助).
struct ImprovementHandlers: ImprovementService {
  let renovationProjects: StandardMethods<RenovationProject>
  let takeovers: StandardMethods<Takeover>
  let subsidies: StandardMethods<Subsidy>

  init(_ environment: ServiceEnvironment) {
    renovationProjects = StandardMethods(environment: environment)
    takeovers = StandardMethods(environment: environment)
    subsidies = StandardMethods(environment: environment)
  }
}
