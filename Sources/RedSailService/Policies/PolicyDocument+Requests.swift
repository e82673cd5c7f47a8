internal import RedSailAPI

extension ListPolicyDocumentsRequest: ListRequest {}
extension CreatePolicyDocumentRequest: CreateRequest {
  var resourceID: String { policyDocumentID }
  var resource: PolicyDocument? { policyDocument }
}
extension UpdatePolicyDocumentRequest: UpdateRequest {
  var resource: PolicyDocument? { policyDocument }
}
extension DeletePolicyDocumentRequest: ActionRequest {}
extension UndeletePolicyDocumentRequest: ActionRequest {}
