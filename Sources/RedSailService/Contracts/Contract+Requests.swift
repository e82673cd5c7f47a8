internal import RedSailAPI

extension ListContractsRequest: ListRequest {}
extension CreateContractRequest: CreateRequest {
  var resourceID: String { contractID }
  var resource: Contract? { contract }
}
extension UpdateContractRequest: UpdateRequest {
  var resource: Contract? { contract }
}
extension DeleteContractRequest: ActionRequest {}
extension UndeleteContractRequest: ActionRequest {}
extension FileContractRequest: ActionRequest {}
