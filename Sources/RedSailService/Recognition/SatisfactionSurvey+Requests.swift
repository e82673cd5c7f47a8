internal import RedSailAPI

extension ListSatisfactionSurveysRequest: ListRequest {}
extension CreateSatisfactionSurveyRequest: CreateRequest {
  var resourceID: String { satisfactionSurveyID }
  var resource: SatisfactionSurvey? { satisfactionSurvey }
}
extension UpdateSatisfactionSurveyRequest: UpdateRequest {
  var resource: SatisfactionSurvey? { satisfactionSurvey }
}
extension DeleteSatisfactionSurveyRequest: ActionRequest {}
extension UndeleteSatisfactionSurveyRequest: ActionRequest {}
