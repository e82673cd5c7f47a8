internal import RedSailAPI

extension ListCandidatesRequest: ListRequest {}
extension CreateCandidateRequest: CreateRequest {
  var resourceID: String { candidateID }
  var resource: Candidate? { candidate }
}
extension UpdateCandidateRequest: UpdateRequest {
  var resource: Candidate? { candidate }
}
extension DeleteCandidateRequest: ActionRequest {}
extension UndeleteCandidateRequest: ActionRequest {}
extension VetCandidateRequest: ActionRequest {}
extension ReviewCandidateVettingRequest: ActionRequest {}
extension WithdrawCandidateRequest: ActionRequest {}
