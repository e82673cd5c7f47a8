extension Disclosure: CityResource {
  /// The standard methods of `PolicyService`.
  public static let standardMethods = StandardMethods(
    collectionID: "disclosures",
    get: PolicyServiceMethods.getDisclosure,
    list: PolicyServiceMethods.listDisclosures,
    items: \.disclosures,
    create: PolicyServiceMethods.createDisclosure,
    createdResource: \.disclosure,
    createdID: \.disclosureID,
    update: PolicyServiceMethods.updateDisclosure,
    updatedResource: \.disclosure,
    delete: PolicyServiceMethods.deleteDisclosure,
    undelete: PolicyServiceMethods.undeleteDisclosure
  )
}

extension GetDisclosureRequest: StandardGetRequest {}
extension ListDisclosuresRequest: StandardListRequest {}
extension ListDisclosuresResponse: StandardListResponse {}
extension CreateDisclosureRequest: StandardCreateRequest {}
extension UpdateDisclosureRequest: StandardUpdateRequest {}
extension DeleteDisclosureRequest: ActionRequest {}
extension UndeleteDisclosureRequest: ActionRequest {}
