internal import RPCCore
internal import RedSailAPI

/// 职责清单.
extension PolicyHandlers {
  func getDutyList(_ request: GetDutyListRequest, context: ServerContext) async throws -> DutyList {
    try await dutyLists.get(request.name, context)
  }

  func listDutyLists(_ request: ListDutyListsRequest, context: ServerContext) async throws
    -> ListDutyListsResponse
  {
    let page = try await dutyLists.list(request, context)
    return .with {
      $0.dutyLists = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createDutyList(_ request: CreateDutyListRequest, context: ServerContext) async throws -> DutyList {
    try await dutyLists.create(request, context)
  }

  func updateDutyList(_ request: UpdateDutyListRequest, context: ServerContext) async throws -> DutyList {
    try await dutyLists.update(request, context)
  }

  func deleteDutyList(_ request: DeleteDutyListRequest, context: ServerContext) async throws -> DutyList {
    try await dutyLists.delete(request, context)
  }

  func undeleteDutyList(_ request: UndeleteDutyListRequest, context: ServerContext) async throws -> DutyList {
    try await dutyLists.undelete(request, context)
  }
}
