extension ServiceLevelRule: CityResource {
  /// The standard methods of `RuleService`.
  public static let standardMethods = StandardMethods(
    collectionID: "serviceLevelRules",
    get: RuleServiceMethods.getServiceLevelRule,
    list: RuleServiceMethods.listServiceLevelRules,
    items: \.serviceLevelRules,
    create: RuleServiceMethods.createServiceLevelRule,
    createdResource: \.serviceLevelRule,
    createdID: \.serviceLevelRuleID,
    update: RuleServiceMethods.updateServiceLevelRule,
    updatedResource: \.serviceLevelRule,
    delete: RuleServiceMethods.deleteServiceLevelRule,
    undelete: RuleServiceMethods.undeleteServiceLevelRule
  )
}

extension GetServiceLevelRuleRequest: StandardGetRequest {}
extension ListServiceLevelRulesRequest: StandardListRequest {}
extension ListServiceLevelRulesResponse: StandardListResponse {}
extension CreateServiceLevelRuleRequest: StandardCreateRequest {}
extension UpdateServiceLevelRuleRequest: StandardUpdateRequest {}
extension DeleteServiceLevelRuleRequest: ActionRequest {}
extension UndeleteServiceLevelRuleRequest: ActionRequest {}
