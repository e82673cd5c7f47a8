internal import RedSailAPI

extension ListProgrammesRequest: ListRequest {}
extension CreateProgrammeRequest: CreateRequest {
  var resourceID: String { programmeID }
  var resource: Programme? { programme }
}
extension UpdateProgrammeRequest: UpdateRequest {
  var resource: Programme? { programme }
}
extension DeleteProgrammeRequest: ActionRequest {}
extension UndeleteProgrammeRequest: ActionRequest {}
