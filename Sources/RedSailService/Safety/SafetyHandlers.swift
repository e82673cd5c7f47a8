internal import RPCCore
internal import RedSailAPI

/// Inspections, hazards and charging facilities (安全检查、隐患、充电设施).
struct SafetyHandlers: SafetyService {
  let inspections: StandardMethods<Inspection>
  let hazards: StandardMethods<Hazard>
  let chargingFacilities: StandardMethods<ChargingFacility>

  init(_ environment: ServiceEnvironment) {
    inspections = StandardMethods(environment: environment)
    hazards = StandardMethods(environment: environment)
    chargingFacilities = StandardMethods(environment: environment)
  }
}
