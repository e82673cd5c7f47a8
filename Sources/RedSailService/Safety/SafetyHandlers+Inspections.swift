internal import RPCCore
internal import RedSailAPI

/// 安全检查.
extension SafetyHandlers {
  func getInspection(_ request: GetInspectionRequest, context: ServerContext) async throws -> Inspection {
    try await inspections.get(request.name, context)
  }

  func listInspections(_ request: ListInspectionsRequest, context: ServerContext) async throws
    -> ListInspectionsResponse
  {
    let page = try await inspections.list(request, context)
    return .with {
      $0.inspections = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createInspection(_ request: CreateInspectionRequest, context: ServerContext) async throws -> Inspection {
    try await inspections.create(request, context)
  }

  func updateInspection(_ request: UpdateInspectionRequest, context: ServerContext) async throws -> Inspection {
    try await inspections.update(request, context)
  }

  func deleteInspection(_ request: DeleteInspectionRequest, context: ServerContext) async throws -> Inspection {
    try await inspections.delete(request, context)
  }

  func undeleteInspection(_ request: UndeleteInspectionRequest, context: ServerContext) async throws -> Inspection {
    try await inspections.undelete(request, context)
  }
}
