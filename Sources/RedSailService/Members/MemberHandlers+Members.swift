internal import RPCCore
internal import RedSailAPI

/// 党员发展对象.
extension MemberHandlers {
  func getMember(_ request: GetMemberRequest, context: ServerContext) async throws -> Member {
    try await members.get(request.name, context)
  }

  func listMembers(_ request: ListMembersRequest, context: ServerContext) async throws
    -> ListMembersResponse
  {
    let page = try await members.list(request, context)
    return .with {
      $0.members = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createMember(_ request: CreateMemberRequest, context: ServerContext) async throws -> Member {
    try await members.create(request, context)
  }

  func updateMember(_ request: UpdateMemberRequest, context: ServerContext) async throws -> Member {
    try await members.update(request, context)
  }

  func deleteMember(_ request: DeleteMemberRequest, context: ServerContext) async throws -> Member {
    try await members.delete(request, context)
  }

  func undeleteMember(_ request: UndeleteMemberRequest, context: ServerContext) async throws -> Member {
    try await members.undelete(request, context)
  }
}
