extension Committee: CityResource {
  /// The standard methods of `CommitteeService`.
  public static let standardMethods = StandardMethods(
    collectionID: "committees",
    get: CommitteeServiceMethods.getCommittee,
    list: CommitteeServiceMethods.listCommittees,
    items: \.committees,
    create: CommitteeServiceMethods.createCommittee,
    createdResource: \.committee,
    createdID: \.committeeID,
    update: CommitteeServiceMethods.updateCommittee,
    updatedResource: \.committee,
    delete: CommitteeServiceMethods.deleteCommittee,
    undelete: CommitteeServiceMethods.undeleteCommittee
  )
}

extension GetCommitteeRequest: StandardGetRequest {}
extension ListCommitteesRequest: StandardListRequest {}
extension ListCommitteesResponse: StandardListResponse {}
extension CreateCommitteeRequest: StandardCreateRequest {}
extension UpdateCommitteeRequest: StandardUpdateRequest {}
extension DeleteCommitteeRequest: ActionRequest {}
extension UndeleteCommitteeRequest: ActionRequest {}
extension FileCommitteeRequest: ActionRequest {}
extension ChangeCommitteeSeatsRequest: ActionRequest {}
extension DissolveCommitteeRequest: ActionRequest {}
extension RecordCommitteeHandoverRequest: ActionRequest {}
