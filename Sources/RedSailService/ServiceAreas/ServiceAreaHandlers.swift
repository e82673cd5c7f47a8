internal import RPCCore
internal import RedSailAPI

/// Service areas, buildings and units (物业服务区域、楼栋、房屋): what owners' votes are counted over.
struct ServiceAreaHandlers: ServiceAreaService {
  let serviceAreas: StandardMethods<ServiceArea>
  let buildings: StandardMethods<Building>
  let units: StandardMethods<Unit>

  init(_ environment: ServiceEnvironment) {
    serviceAreas = StandardMethods(environment: environment)
    buildings = StandardMethods(environment: environment)
    units = StandardMethods(environment: environment)
  }
}
