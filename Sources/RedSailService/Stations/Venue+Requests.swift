internal import RedSailAPI

extension ListVenuesRequest: ListRequest {}
extension CreateVenueRequest: CreateRequest {
  var resourceID: String { venueID }
  var resource: Venue? { venue }
}
extension UpdateVenueRequest: UpdateRequest {
  var resource: Venue? { venue }
}
extension DeleteVenueRequest: ActionRequest {}
extension UndeleteVenueRequest: ActionRequest {}
