extension Candidate: CityResource {
  /// The standard methods of `CommitteeService`.
  public static let standardMethods = StandardMethods(
    collectionID: "candidates",
    get: CommitteeServiceMethods.getCandidate,
    list: CommitteeServiceMethods.listCandidates,
    items: \.candidates,
    create: CommitteeServiceMethods.createCandidate,
    createdResource: \.candidate,
    createdID: \.candidateID,
    update: CommitteeServiceMethods.updateCandidate,
    updatedResource: \.candidate,
    delete: CommitteeServiceMethods.deleteCandidate,
    undelete: CommitteeServiceMethods.undeleteCandidate
  )
}

extension GetCandidateRequest: StandardGetRequest {}
extension ListCandidatesRequest: StandardListRequest {}
extension ListCandidatesResponse: StandardListResponse {}
extension CreateCandidateRequest: StandardCreateRequest {}
extension UpdateCandidateRequest: StandardUpdateRequest {}
extension DeleteCandidateRequest: ActionRequest {}
extension UndeleteCandidateRequest: ActionRequest {}
extension VetCandidateRequest: ActionRequest {}
extension ReviewCandidateVettingRequest: ActionRequest {}
extension WithdrawCandidateRequest: ActionRequest {}
