internal import RPCCore
internal import RedSailAPI

extension IndicatorHandlers {
  func evaluateIndicators(_ request: EvaluateIndicatorsRequest, context: ServerContext) async throws
    -> EvaluateIndicatorsResponse
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
