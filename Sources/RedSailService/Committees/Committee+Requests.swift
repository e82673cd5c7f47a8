internal import RedSailAPI

extension ListCommitteesRequest: ListRequest {}
extension CreateCommitteeRequest: CreateRequest {
  var resourceID: String { committeeID }
  var resource: Committee? { committee }
}
extension UpdateCommitteeRequest: UpdateRequest {
  var resource: Committee? { committee }
}
extension DeleteCommitteeRequest: ActionRequest {}
extension UndeleteCommitteeRequest: ActionRequest {}
extension FileCommitteeRequest: ActionRequest {}
extension ChangeCommitteeSeatsRequest: ActionRequest {}
extension DissolveCommitteeRequest: ActionRequest {}
extension RecordCommitteeHandoverRequest: ActionRequest {}
