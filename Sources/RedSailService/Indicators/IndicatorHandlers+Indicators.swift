internal import RPCCore
internal import RedSailAPI

/// 指标.
extension IndicatorHandlers {
  func getIndicator(_ request: GetIndicatorRequest, context: ServerContext) async throws -> Indicator {
    try await indicators.get(request.name, context)
  }

  func listIndicators(_ request: ListIndicatorsRequest, context: ServerContext) async throws
    -> ListIndicatorsResponse
  {
    let page = try await indicators.list(request, context)
    return .with {
      $0.indicators = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createIndicator(_ request: CreateIndicatorRequest, context: ServerContext) async throws -> Indicator {
    try await indicators.create(request, context)
  }

  func updateIndicator(_ request: UpdateIndicatorRequest, context: ServerContext) async throws -> Indicator {
    try await indicators.update(request, context)
  }

  func deleteIndicator(_ request: DeleteIndicatorRequest, context: ServerContext) async throws -> Indicator {
    try await indicators.delete(request, context)
  }

  func undeleteIndicator(_ request: UndeleteIndicatorRequest, context: ServerContext) async throws -> Indicator {
    try await indicators.undelete(request, context)
  }
}
