extension Inspection: CityResource {
  /// The standard methods of `SafetyService`.
  public static let standardMethods = StandardMethods(
    collectionID: "inspections",
    get: SafetyServiceMethods.getInspection,
    list: SafetyServiceMethods.listInspections,
    items: \.inspections,
    create: SafetyServiceMethods.createInspection,
    createdResource: \.inspection,
    createdID: \.inspectionID,
    update: SafetyServiceMethods.updateInspection,
    updatedResource: \.inspection,
    delete: SafetyServiceMethods.deleteInspection,
    undelete: SafetyServiceMethods.undeleteInspection
  )
}

extension GetInspectionRequest: StandardGetRequest {}
extension ListInspectionsRequest: StandardListRequest {}
extension ListInspectionsResponse: StandardListResponse {}
extension CreateInspectionRequest: StandardCreateRequest {}
extension UpdateInspectionRequest: StandardUpdateRequest {}
extension DeleteInspectionRequest: ActionRequest {}
extension UndeleteInspectionRequest: ActionRequest {}
