extension Election: CityResource {
  /// The standard methods of `CommitteeService`.
  public static let standardMethods = StandardMethods(
    collectionID: "elections",
    get: CommitteeServiceMethods.getElection,
    list: CommitteeServiceMethods.listElections,
    items: \.elections,
    create: CommitteeServiceMethods.createElection,
    createdResource: \.election,
    createdID: \.electionID,
    update: CommitteeServiceMethods.updateElection,
    updatedResource: \.election,
    delete: CommitteeServiceMethods.deleteElection,
    undelete: CommitteeServiceMethods.undeleteElection
  )
}

extension GetElectionRequest: StandardGetRequest {}
extension ListElectionsRequest: StandardListRequest {}
extension ListElectionsResponse: StandardListResponse {}
extension CreateElectionRequest: StandardCreateRequest {}
extension UpdateElectionRequest: StandardUpdateRequest {}
extension DeleteElectionRequest: ActionRequest {}
extension UndeleteElectionRequest: ActionRequest {}
extension OpenElectionBallotRequest: ActionRequest {}
extension CountElectionBallotsRequest: ActionRequest {}
extension RecordElectionResultRequest: ActionRequest {}
extension FileElectionRequest: ActionRequest {}
extension CancelElectionRequest: ActionRequest {}
