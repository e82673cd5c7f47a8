internal import RPCCore
internal import RedSailAPI

/// 附件.
extension AttachmentHandlers {
  func getAttachment(_ request: GetAttachmentRequest, context: ServerContext) async throws -> Attachment {
    try await attachments.get(request.name, context)
  }

  func listAttachments(_ request: ListAttachmentsRequest, context: ServerContext) async throws
    -> ListAttachmentsResponse
  {
    let page = try await attachments.list(request, context)
    return .with {
      $0.attachments = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createAttachment(_ request: CreateAttachmentRequest, context: ServerContext) async throws -> Attachment {
    try await attachments.create(request, context)
  }

  func updateAttachment(_ request: UpdateAttachmentRequest, context: ServerContext) async throws -> Attachment {
    try await attachments.update(request, context)
  }

  func deleteAttachment(_ request: DeleteAttachmentRequest, context: ServerContext) async throws -> Attachment {
    try await attachments.delete(request, context)
  }

  func undeleteAttachment(_ request: UndeleteAttachmentRequest, context: ServerContext) async throws -> Attachment {
    try await attachments.undelete(request, context)
  }
}
