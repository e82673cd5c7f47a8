internal import RedSailAPI

extension ListElectionsRequest: ListRequest {}
extension CreateElectionRequest: CreateRequest {
  var resourceID: String { electionID }
  var resource: Election? { election }
}
extension UpdateElectionRequest: UpdateRequest {
  var resource: Election? { election }
}
extension DeleteElectionRequest: ActionRequest {}
extension UndeleteElectionRequest: ActionRequest {}
extension OpenElectionBallotRequest: ActionRequest {}
extension CountElectionBallotsRequest: ActionRequest {}
extension RecordElectionResultRequest: ActionRequest {}
extension FileElectionRequest: ActionRequest {}
extension CancelElectionRequest: ActionRequest {}
