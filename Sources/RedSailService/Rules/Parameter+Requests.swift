internal import RedSailAPI

extension ListParametersRequest: ListRequest {}
extension CreateParameterRequest: CreateRequest {
  var resourceID: String { parameterID }
  var resource: Parameter? { parameter }
}
extension UpdateParameterRequest: UpdateRequest {
  var resource: Parameter? { parameter }
}
extension DeleteParameterRequest: ActionRequest {}
extension UndeleteParameterRequest: ActionRequest {}
