internal import RedSailAPI

extension ListBuildingsRequest: ListRequest {}
extension CreateBuildingRequest: CreateRequest {
  var resourceID: String { buildingID }
  var resource: Building? { building }
}
extension UpdateBuildingRequest: UpdateRequest {
  var resource: Building? { building }
}
extension DeleteBuildingRequest: ActionRequest {}
extension UndeleteBuildingRequest: ActionRequest {}
