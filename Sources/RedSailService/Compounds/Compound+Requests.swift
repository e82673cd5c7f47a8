internal import RedSailAPI

extension ListCompoundsRequest: ListRequest {}
extension CreateCompoundRequest: CreateRequest {
  var resourceID: String { compoundID }
  var resource: Compound? { compound }
}
extension UpdateCompoundRequest: UpdateRequest {
  var resource: Compound? { compound }
}
extension DeleteCompoundRequest: ActionRequest {}
extension UndeleteCompoundRequest: ActionRequest {}
