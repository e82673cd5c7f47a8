internal import RedSailAPI

extension ListHotlineTotalsRequest: ListRequest {}
extension CreateHotlineTotalRequest: CreateRequest {
  var resourceID: String { hotlineTotalID }
  var resource: HotlineTotal? { hotlineTotal }
}
extension UpdateHotlineTotalRequest: UpdateRequest {
  var resource: HotlineTotal? { hotlineTotal }
}
extension DeleteHotlineTotalRequest: ActionRequest {}
extension UndeleteHotlineTotalRequest: ActionRequest {}
