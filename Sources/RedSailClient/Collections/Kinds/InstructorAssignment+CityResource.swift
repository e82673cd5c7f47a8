extension InstructorAssignment: CityResource {
  /// The standard methods of `PartyService`.
  public static let standardMethods = StandardMethods(
    collectionID: "instructorAssignments",
    get: PartyServiceMethods.getInstructorAssignment,
    list: PartyServiceMethods.listInstructorAssignments,
    items: \.instructorAssignments,
    create: PartyServiceMethods.createInstructorAssignment,
    createdResource: \.instructorAssignment,
    createdID: \.instructorAssignmentID,
    update: PartyServiceMethods.updateInstructorAssignment,
    updatedResource: \.instructorAssignment,
    delete: PartyServiceMethods.deleteInstructorAssignment,
    undelete: PartyServiceMethods.undeleteInstructorAssignment
  )
}

extension GetInstructorAssignmentRequest: StandardGetRequest {}
extension ListInstructorAssignmentsRequest: StandardListRequest {}
extension ListInstructorAssignmentsResponse: StandardListResponse {}
extension CreateInstructorAssignmentRequest: StandardCreateRequest {}
extension UpdateInstructorAssignmentRequest: StandardUpdateRequest {}
extension DeleteInstructorAssignmentRequest: ActionRequest {}
extension UndeleteInstructorAssignmentRequest: ActionRequest {}
