internal import RPCCore
internal import RedSailAPI

/// 政策文件.
extension PolicyHandlers {
  func getPolicyDocument(_ request: GetPolicyDocumentRequest, context: ServerContext) async throws -> PolicyDocument {
    try await policyDocuments.get(request.name, context)
  }

  func listPolicyDocuments(_ request: ListPolicyDocumentsRequest, context: ServerContext) async throws
    -> ListPolicyDocumentsResponse
  {
    let page = try await policyDocuments.list(request, context)
    return .with {
      $0.policyDocuments = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createPolicyDocument(_ request: CreatePolicyDocumentRequest, context: ServerContext) async throws
    -> PolicyDocument
  {
    try await policyDocuments.create(request, context)
  }

  func updatePolicyDocument(_ request: UpdatePolicyDocumentRequest, context: ServerContext) async throws
    -> PolicyDocument
  {
    try await policyDocuments.update(request, context)
  }

  func deletePolicyDocument(_ request: DeletePolicyDocumentRequest, context: ServerContext) async throws
    -> PolicyDocument
  {
    try await policyDocuments.delete(request, context)
  }

  func undeletePolicyDocument(_ request: UndeletePolicyDocumentRequest, context: ServerContext) async throws
    -> PolicyDocument
  {
    try await policyDocuments.undelete(request, context)
  }
}
