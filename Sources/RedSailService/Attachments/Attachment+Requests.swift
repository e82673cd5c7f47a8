internal import RedSailAPI

extension ListAttachmentsRequest: ListRequest {}
extension CreateAttachmentRequest: CreateRequest {
  var resourceID: String { attachmentID }
  var resource: Attachment? { attachment }
}
extension UpdateAttachmentRequest: UpdateRequest {
  var resource: Attachment? { attachment }
}
extension DeleteAttachmentRequest: ActionRequest {}
extension UndeleteAttachmentRequest: ActionRequest {}
