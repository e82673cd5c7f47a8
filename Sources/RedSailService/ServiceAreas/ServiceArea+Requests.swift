internal import RedSailAPI

extension ListServiceAreasRequest: ListRequest {}
extension CreateServiceAreaRequest: CreateRequest {
  var resourceID: String { serviceAreaID }
  var resource: ServiceArea? { serviceArea }
}
extension UpdateServiceAreaRequest: UpdateRequest {
  var resource: ServiceArea? { serviceArea }
}
extension DeleteServiceAreaRequest: ActionRequest {}
extension UndeleteServiceAreaRequest: ActionRequest {}
