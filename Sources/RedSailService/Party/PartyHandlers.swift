internal import RPCCore
internal import RedSailAPI

/// Party organisations and instructors (党组织、党建指导员).
struct PartyHandlers: PartyService {
  let partyOrganisations: StandardMethods<PartyOrganisation>
  let instructorAssignments: StandardMethods<InstructorAssignment>

  init(_ environment: ServiceEnvironment) {
    partyOrganisations = StandardMethods(environment: environment)
    instructorAssignments = StandardMethods(environment: environment)
  }

  func getPartyOrganisation(_ request: GetPartyOrganisationRequest, context: ServerContext) async throws
    -> PartyOrganisation
  {
    try await partyOrganisations.get(request.name, context)
  }

  func listPartyOrganisations(_ request: ListPartyOrganisationsRequest, context: ServerContext) async throws
    -> ListPartyOrganisationsResponse
  {
    let page = try await partyOrganisations.list(request, context)
    return .with {
      $0.partyOrganisations = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createPartyOrganisation(_ request: CreatePartyOrganisationRequest, context: ServerContext) async throws
    -> PartyOrganisation
  {
    try await partyOrganisations.create(request, context)
  }

  func updatePartyOrganisation(_ request: UpdatePartyOrganisationRequest, context: ServerContext) async throws
    -> PartyOrganisation
  {
    try await partyOrganisations.update(request, context)
  }

  func deletePartyOrganisation(_ request: DeletePartyOrganisationRequest, context: ServerContext) async throws
    -> PartyOrganisation
  {
    try await partyOrganisations.delete(request, context)
  }

  func undeletePartyOrganisation(_ request: UndeletePartyOrganisationRequest, context: ServerContext) async throws
    -> PartyOrganisation
  {
    try await partyOrganisations.undelete(request, context)
  }

  func getInstructorAssignment(_ request: GetInstructorAssignmentRequest, context: ServerContext) async throws
    -> InstructorAssignment
  {
    try await instructorAssignments.get(request.name, context)
  }

  func listInstructorAssignments(_ request: ListInstructorAssignmentsRequest, context: ServerContext) async throws
    -> ListInstructorAssignmentsResponse
  {
    let page = try await instructorAssignments.list(request, context)
    return .with {
      $0.instructorAssignments = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createInstructorAssignment(_ request: CreateInstructorAssignmentRequest, context: ServerContext) async throws
    -> InstructorAssignment
  {
    try await instructorAssignments.create(request, context)
  }

  func updateInstructorAssignment(_ request: UpdateInstructorAssignmentRequest, context: ServerContext) async throws
    -> InstructorAssignment
  {
    try await instructorAssignments.update(request, context)
  }

  func deleteInstructorAssignment(_ request: DeleteInstructorAssignmentRequest, context: ServerContext) async throws
    -> InstructorAssignment
  {
    try await instructorAssignments.delete(request, context)
  }

  func undeleteInstructorAssignment(_ request: UndeleteInstructorAssignmentRequest, context: ServerContext) async throws
    -> InstructorAssignment
  {
    try await instructorAssignments.undelete(request, context)
  }
}
