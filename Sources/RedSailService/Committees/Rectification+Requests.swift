internal import RedSailAPI

extension ListRectificationsRequest: ListRequest {}
extension CreateRectificationRequest: CreateRequest {
  var resourceID: String { rectificationID }
  var resource: Rectification? { rectification }
}
extension UpdateRectificationRequest: UpdateRequest {
  var resource: Rectification? { rectification }
}
extension DeleteRectificationRequest: ActionRequest {}
extension UndeleteRectificationRequest: ActionRequest {}
extension CompleteRectificationRequest: ActionRequest {}
