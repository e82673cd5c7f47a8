extension OwnersVote: CityResource {
  /// The standard methods of `CommitteeService`.
  public static let standardMethods = StandardMethods(
    collectionID: "ownersVotes",
    get: CommitteeServiceMethods.getOwnersVote,
    list: CommitteeServiceMethods.listOwnersVotes,
    items: \.ownersVotes,
    create: CommitteeServiceMethods.createOwnersVote,
    createdResource: \.ownersVote,
    createdID: \.ownersVoteID,
    update: CommitteeServiceMethods.updateOwnersVote,
    updatedResource: \.ownersVote,
    delete: CommitteeServiceMethods.deleteOwnersVote,
    undelete: CommitteeServiceMethods.undeleteOwnersVote
  )
}

extension GetOwnersVoteRequest: StandardGetRequest {}
extension ListOwnersVotesRequest: StandardListRequest {}
extension ListOwnersVotesResponse: StandardListResponse {}
extension CreateOwnersVoteRequest: StandardCreateRequest {}
extension UpdateOwnersVoteRequest: StandardUpdateRequest {}
extension DeleteOwnersVoteRequest: ActionRequest {}
extension UndeleteOwnersVoteRequest: ActionRequest {}
extension CountOwnersVoteRequest: ActionRequest {}
