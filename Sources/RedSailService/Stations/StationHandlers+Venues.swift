internal import RPCCore
internal import RedSailAPI

/// 活动场所.
extension StationHandlers {
  func getVenue(_ request: GetVenueRequest, context: ServerContext) async throws -> Venue {
    try await venues.get(request.name, context)
  }

  func listVenues(_ request: ListVenuesRequest, context: ServerContext) async throws
    -> ListVenuesResponse
  {
    let page = try await venues.list(request, context)
    return .with {
      $0.venues = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createVenue(_ request: CreateVenueRequest, context: ServerContext) async throws -> Venue {
    try await venues.create(request, context)
  }

  func updateVenue(_ request: UpdateVenueRequest, context: ServerContext) async throws -> Venue {
    try await venues.update(request, context)
  }

  func deleteVenue(_ request: DeleteVenueRequest, context: ServerContext) async throws -> Venue {
    try await venues.delete(request, context)
  }

  func undeleteVenue(_ request: UndeleteVenueRequest, context: ServerContext) async throws -> Venue {
    try await venues.undelete(request, context)
  }
}
