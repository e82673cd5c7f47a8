extension SatisfactionSurvey: CityResource {
  /// The standard methods of `RecognitionService`.
  public static let standardMethods = StandardMethods(
    collectionID: "satisfactionSurveys",
    get: RecognitionServiceMethods.getSatisfactionSurvey,
    list: RecognitionServiceMethods.listSatisfactionSurveys,
    items: \.satisfactionSurveys,
    create: RecognitionServiceMethods.createSatisfactionSurvey,
    createdResource: \.satisfactionSurvey,
    createdID: \.satisfactionSurveyID,
    update: RecognitionServiceMethods.updateSatisfactionSurvey,
    updatedResource: \.satisfactionSurvey,
    delete: RecognitionServiceMethods.deleteSatisfactionSurvey,
    undelete: RecognitionServiceMethods.undeleteSatisfactionSurvey
  )
}

extension GetSatisfactionSurveyRequest: StandardGetRequest {}
extension ListSatisfactionSurveysRequest: StandardListRequest {}
extension ListSatisfactionSurveysResponse: StandardListResponse {}
extension CreateSatisfactionSurveyRequest: StandardCreateRequest {}
extension UpdateSatisfactionSurveyRequest: StandardUpdateRequest {}
extension DeleteSatisfactionSurveyRequest: ActionRequest {}
extension UndeleteSatisfactionSurveyRequest: ActionRequest {}
