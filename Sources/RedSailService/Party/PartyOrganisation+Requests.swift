internal import RedSailAPI

extension ListPartyOrganisationsRequest: ListRequest {}
extension CreatePartyOrganisationRequest: CreateRequest {
  var resourceID: String { partyOrganisationID }
  var resource: PartyOrganisation? { partyOrganisation }
}
extension UpdatePartyOrganisationRequest: UpdateRequest {
  var resource: PartyOrganisation? { partyOrganisation }
}
extension DeletePartyOrganisationRequest: ActionRequest {}
extension UndeletePartyOrganisationRequest: ActionRequest {}
