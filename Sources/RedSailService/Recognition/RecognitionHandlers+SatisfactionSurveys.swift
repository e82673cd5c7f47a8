internal import RPCCore
internal import RedSailAPI

/// 满意度测评.
extension RecognitionHandlers {
  func getSatisfactionSurvey(_ request: GetSatisfactionSurveyRequest, context: ServerContext) async throws
    -> SatisfactionSurvey
  {
    try await satisfactionSurveys.get(request.name, context)
  }

  func listSatisfactionSurveys(_ request: ListSatisfactionSurveysRequest, context: ServerContext) async throws
    -> ListSatisfactionSurveysResponse
  {
    let page = try await satisfactionSurveys.list(request, context)
    return .with {
      $0.satisfactionSurveys = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createSatisfactionSurvey(_ request: CreateSatisfactionSurveyRequest, context: ServerContext) async throws
    -> SatisfactionSurvey
  {
    try await satisfactionSurveys.create(request, context)
  }

  func updateSatisfactionSurvey(_ request: UpdateSatisfactionSurveyRequest, context: ServerContext) async throws
    -> SatisfactionSurvey
  {
    try await satisfactionSurveys.update(request, context)
  }

  func deleteSatisfactionSurvey(_ request: DeleteSatisfactionSurveyRequest, context: ServerContext) async throws
    -> SatisfactionSurvey
  {
    try await satisfactionSurveys.delete(request, context)
  }

  func undeleteSatisfactionSurvey(_ request: UndeleteSatisfactionSurveyRequest, context: ServerContext) async throws
    -> SatisfactionSurvey
  {
    try await satisfactionSurveys.undelete(request, context)
  }
}
