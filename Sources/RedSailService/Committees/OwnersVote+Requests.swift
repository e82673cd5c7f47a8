internal import RedSailAPI

extension ListOwnersVotesRequest: ListRequest {}
extension CreateOwnersVoteRequest: CreateRequest {
  var resourceID: String { ownersVoteID }
  var resource: OwnersVote? { ownersVote }
}
extension UpdateOwnersVoteRequest: UpdateRequest {
  var resource: OwnersVote? { ownersVote }
}
extension DeleteOwnersVoteRequest: ActionRequest {}
extension UndeleteOwnersVoteRequest: ActionRequest {}
extension CountOwnersVoteRequest: ActionRequest {}
