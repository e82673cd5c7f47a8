internal import RPCCore
internal import RedSailAPI

/// Cities, divisions and grids (城市、区划、网格).
struct DivisionHandlers: DivisionService {
  let cities: StandardMethods<City>
  let divisions: StandardMethods<Division>
  let grids: StandardMethods<Grid>

  init(_ environment: ServiceEnvironment) {
    cities = StandardMethods(environment: environment)
    divisions = StandardMethods(environment: environment)
    grids = StandardMethods(environment: environment)
  }

  func getCity(_ request: GetCityRequest, context: ServerContext) async throws -> City {
    try await cities.get(request.name, context)
  }

  func listCities(_ request: ListCitiesRequest, context: ServerContext) async throws -> ListCitiesResponse {
    try await CityList(environment: cities.environment).page(request, context)
  }

  func createCity(_ request: CreateCityRequest, context: ServerContext) async throws -> City {
    try await cities.create(request, context)
  }

  func updateCity(_ request: UpdateCityRequest, context: ServerContext) async throws -> City {
    try await cities.update(request, context)
  }

  func getDivision(_ request: GetDivisionRequest, context: ServerContext) async throws -> Division {
    try await divisions.get(request.name, context)
  }

  func listDivisions(_ request: ListDivisionsRequest, context: ServerContext) async throws -> ListDivisionsResponse {
    let page = try await divisions.list(request, context)
    return .with {
      $0.divisions = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createDivision(_ request: CreateDivisionRequest, context: ServerContext) async throws -> Division {
    try await divisions.create(request, context)
  }

  func updateDivision(_ request: UpdateDivisionRequest, context: ServerContext) async throws -> Division {
    try await divisions.update(request, context)
  }

  func deleteDivision(_ request: DeleteDivisionRequest, context: ServerContext) async throws -> Division {
    try await divisions.delete(request, context)
  }

  func undeleteDivision(_ request: UndeleteDivisionRequest, context: ServerContext) async throws -> Division {
    try await divisions.undelete(request, context)
  }

  func getGrid(_ request: GetGridRequest, context: ServerContext) async throws -> Grid {
    try await grids.get(request.name, context)
  }

  func listGrids(_ request: ListGridsRequest, context: ServerContext) async throws -> ListGridsResponse {
    let page = try await grids.list(request, context)
    return .with {
      $0.grids = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createGrid(_ request: CreateGridRequest, context: ServerContext) async throws -> Grid {
    try await grids.create(request, context)
  }

  func updateGrid(_ request: UpdateGridRequest, context: ServerContext) async throws -> Grid {
    try await grids.update(request, context)
  }

  func deleteGrid(_ request: DeleteGridRequest, context: ServerContext) async throws -> Grid {
    try await grids.delete(request, context)
  }

  func undeleteGrid(_ request: UndeleteGridRequest, context: ServerContext) async throws -> Grid {
    try await grids.undelete(request, context)
  }
}
