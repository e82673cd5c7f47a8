internal import RedSailAPI

extension ListServiceLevelRulesRequest: ListRequest {}
extension CreateServiceLevelRuleRequest: CreateRequest {
  var resourceID: String { serviceLevelRuleID }
  var resource: ServiceLevelRule? { serviceLevelRule }
}
extension UpdateServiceLevelRuleRequest: UpdateRequest {
  var resource: ServiceLevelRule? { serviceLevelRule }
}
extension DeleteServiceLevelRuleRequest: ActionRequest {}
extension UndeleteServiceLevelRuleRequest: ActionRequest {}
