extension Parameter: CityResource {
  /// The standard methods of `RuleService`.
  public static let standardMethods = StandardMethods(
    collectionID: "parameters",
    get: RuleServiceMethods.getParameter,
    list: RuleServiceMethods.listParameters,
    items: \.parameters,
    create: RuleServiceMethods.createParameter,
    createdResource: \.parameter,
    createdID: \.parameterID,
    update: RuleServiceMethods.updateParameter,
    updatedResource: \.parameter,
    delete: RuleServiceMethods.deleteParameter,
    undelete: RuleServiceMethods.undeleteParameter
  )
}

extension GetParameterRequest: StandardGetRequest {}
extension ListParametersRequest: StandardListRequest {}
extension ListParametersResponse: StandardListResponse {}
extension CreateParameterRequest: StandardCreateRequest {}
extension UpdateParameterRequest: StandardUpdateRequest {}
extension DeleteParameterRequest: ActionRequest {}
extension UndeleteParameterRequest: ActionRequest {}
