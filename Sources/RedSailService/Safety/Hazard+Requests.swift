internal import RedSailAPI

extension ListHazardsRequest: ListRequest {}
extension CreateHazardRequest: CreateRequest {
  var resourceID: String { hazardID }
  var resource: Hazard? { hazard }
}
extension UpdateHazardRequest: UpdateRequest {
  var resource: Hazard? { hazard }
}
extension DeleteHazardRequest: ActionRequest {}
extension UndeleteHazardRequest: ActionRequest {}
extension OrderHazardRequest: ActionRequest {}
extension RemedyHazardRequest: ActionRequest {}
extension VerifyHazardRequest: ActionRequest {}
