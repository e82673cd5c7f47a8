extension Attachment: CityResource {
  /// The standard methods of `AttachmentService`.
  public static let standardMethods = StandardMethods(
    collectionID: "attachments",
    get: AttachmentServiceMethods.getAttachment,
    list: AttachmentServiceMethods.listAttachments,
    items: \.attachments,
    create: AttachmentServiceMethods.createAttachment,
    createdResource: \.attachment,
    createdID: \.attachmentID,
    update: AttachmentServiceMethods.updateAttachment,
    updatedResource: \.attachment,
    delete: AttachmentServiceMethods.deleteAttachment,
    undelete: AttachmentServiceMethods.undeleteAttachment
  )
}

extension GetAttachmentRequest: StandardGetRequest {}
extension ListAttachmentsRequest: StandardListRequest {}
extension ListAttachmentsResponse: StandardListResponse {}
extension CreateAttachmentRequest: StandardCreateRequest {}
extension UpdateAttachmentRequest: StandardUpdateRequest {}
extension DeleteAttachmentRequest: ActionRequest {}
extension UndeleteAttachmentRequest: ActionRequest {}
