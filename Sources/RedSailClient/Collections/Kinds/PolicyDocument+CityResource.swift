extension PolicyDocument: CityResource {
  /// The standard methods of `PolicyService`.
  public static let standardMethods = StandardMethods(
    collectionID: "policyDocuments",
    get: PolicyServiceMethods.getPolicyDocument,
    list: PolicyServiceMethods.listPolicyDocuments,
    items: \.policyDocuments,
    create: PolicyServiceMethods.createPolicyDocument,
    createdResource: \.policyDocument,
    createdID: \.policyDocumentID,
    update: PolicyServiceMethods.updatePolicyDocument,
    updatedResource: \.policyDocument,
    delete: PolicyServiceMethods.deletePolicyDocument,
    undelete: PolicyServiceMethods.undeletePolicyDocument
  )
}

extension GetPolicyDocumentRequest: StandardGetRequest {}
extension ListPolicyDocumentsRequest: StandardListRequest {}
extension ListPolicyDocumentsResponse: StandardListResponse {}
extension CreatePolicyDocumentRequest: StandardCreateRequest {}
extension UpdatePolicyDocumentRequest: StandardUpdateRequest {}
extension DeletePolicyDocumentRequest: ActionRequest {}
extension UndeletePolicyDocumentRequest: ActionRequest {}
