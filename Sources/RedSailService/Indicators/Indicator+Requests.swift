internal import RedSailAPI

extension ListIndicatorsRequest: ListRequest {}
extension CreateIndicatorRequest: CreateRequest {
  var resourceID: String { indicatorID }
  var resource: Indicator? { indicator }
}
extension UpdateIndicatorRequest: UpdateRequest {
  var resource: Indicator? { indicator }
}
extension DeleteIndicatorRequest: ActionRequest {}
extension UndeleteIndicatorRequest: ActionRequest {}
