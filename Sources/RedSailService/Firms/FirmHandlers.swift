internal import RPCCore
internal import RedSailAPI

/// Property service firms (物业服务企业).
struct FirmHandlers: FirmService {
  let firms: StandardMethods<Firm>

  init(_ environment: ServiceEnvironment) {
    firms = StandardMethods(environment: environment)
  }

  func getFirm(_ request: GetFirmRequest, context: ServerContext) async throws -> Firm {
    try await firms.get(request.name, context)
  }

  func listFirms(_ request: ListFirmsRequest, context: ServerContext) async throws -> ListFirmsResponse {
    let page = try await firms.list(request, context)
    return .with {
      $0.firms = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createFirm(_ request: CreateFirmRequest, context: ServerContext) async throws -> Firm {
    try await firms.create(request, context)
  }

  func updateFirm(_ request: UpdateFirmRequest, context: ServerContext) async throws -> Firm {
    try await firms.update(request, context)
  }

  func deleteFirm(_ request: DeleteFirmRequest, context: ServerContext) async throws -> Firm {
    try await firms.delete(request, context)
  }

  func undeleteFirm(_ request: UndeleteFirmRequest, context: ServerContext) async throws -> Firm {
    try await firms.undelete(request, context)
  }
}
