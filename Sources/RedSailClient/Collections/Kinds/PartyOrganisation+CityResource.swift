extension PartyOrganisation: CityResource {
  /// The standard methods of `PartyService`.
  public static let standardMethods = StandardMethods(
    collectionID: "partyOrganisations",
    get: PartyServiceMethods.getPartyOrganisation,
    list: PartyServiceMethods.listPartyOrganisations,
    items: \.partyOrganisations,
    create: PartyServiceMethods.createPartyOrganisation,
    createdResource: \.partyOrganisation,
    createdID: \.partyOrganisationID,
    update: PartyServiceMethods.updatePartyOrganisation,
    updatedResource: \.partyOrganisation,
    delete: PartyServiceMethods.deletePartyOrganisation,
    undelete: PartyServiceMethods.undeletePartyOrganisation
  )
}

extension GetPartyOrganisationRequest: StandardGetRequest {}
extension ListPartyOrganisationsRequest: StandardListRequest {}
extension ListPartyOrganisationsResponse: StandardListResponse {}
extension CreatePartyOrganisationRequest: StandardCreateRequest {}
extension UpdatePartyOrganisationRequest: StandardUpdateRequest {}
extension DeletePartyOrganisationRequest: ActionRequest {}
extension UndeletePartyOrganisationRequest: ActionRequest {}
