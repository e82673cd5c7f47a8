internal import RPCCore
internal import RedSailAPI

/// 办理时限.
extension RuleHandlers {
  func getServiceLevelRule(_ request: GetServiceLevelRuleRequest, context: ServerContext) async throws
    -> ServiceLevelRule
  {
    try await serviceLevelRules.get(request.name, context)
  }

  func listServiceLevelRules(_ request: ListServiceLevelRulesRequest, context: ServerContext) async throws
    -> ListServiceLevelRulesResponse
  {
    let page = try await serviceLevelRules.list(request, context)
    return .with {
      $0.serviceLevelRules = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createServiceLevelRule(_ request: CreateServiceLevelRuleRequest, context: ServerContext) async throws
    -> ServiceLevelRule
  {
    try await serviceLevelRules.create(request, context)
  }

  func updateServiceLevelRule(_ request: UpdateServiceLevelRuleRequest, context: ServerContext) async throws
    -> ServiceLevelRule
  {
    try await serviceLevelRules.update(request, context)
  }

  func deleteServiceLevelRule(_ request: DeleteServiceLevelRuleRequest, context: ServerContext) async throws
    -> ServiceLevelRule
  {
    try await serviceLevelRules.delete(request, context)
  }

  func undeleteServiceLevelRule(_ request: UndeleteServiceLevelRuleRequest, context: ServerContext) async throws
    -> ServiceLevelRule
  {
    try await serviceLevelRules.undelete(request, context)
  }
}
