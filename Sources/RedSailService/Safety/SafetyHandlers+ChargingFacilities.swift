internal import RPCCore
internal import RedSailAPI

/// 充电设施.
extension SafetyHandlers {
  func getChargingFacility(_ request: GetChargingFacilityRequest, context: ServerContext) async throws
    -> ChargingFacility
  {
    try await chargingFacilities.get(request.name, context)
  }

  func listChargingFacilities(_ request: ListChargingFacilitiesRequest, context: ServerContext) async throws
    -> ListChargingFacilitiesResponse
  {
    let page = try await chargingFacilities.list(request, context)
    return .with {
      $0.chargingFacilities = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createChargingFacility(_ request: CreateChargingFacilityRequest, context: ServerContext) async throws
    -> ChargingFacility
  {
    try await chargingFacilities.create(request, context)
  }

  func updateChargingFacility(_ request: UpdateChargingFacilityRequest, context: ServerContext) async throws
    -> ChargingFacility
  {
    try await chargingFacilities.update(request, context)
  }

  func deleteChargingFacility(_ request: DeleteChargingFacilityRequest, context: ServerContext) async throws
    -> ChargingFacility
  {
    try await chargingFacilities.delete(request, context)
  }

  func undeleteChargingFacility(_ request: UndeleteChargingFacilityRequest, context: ServerContext) async throws
    -> ChargingFacility
  {
    try await chargingFacilities.undelete(request, context)
  }
}
