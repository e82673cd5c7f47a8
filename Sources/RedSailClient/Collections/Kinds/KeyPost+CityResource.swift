extension KeyPost: CityResource {
  /// The standard methods of `PersonnelService`.
  public static let standardMethods = StandardMethods(
    collectionID: "keyPosts",
    get: PersonnelServiceMethods.getKeyPost,
    list: PersonnelServiceMethods.listKeyPosts,
    items: \.keyPosts,
    create: PersonnelServiceMethods.createKeyPost,
    createdResource: \.keyPost,
    createdID: \.keyPostID,
    update: PersonnelServiceMethods.updateKeyPost,
    updatedResource: \.keyPost,
    delete: PersonnelServiceMethods.deleteKeyPost,
    undelete: PersonnelServiceMethods.undeleteKeyPost
  )
}

extension GetKeyPostRequest: StandardGetRequest {}
extension ListKeyPostsRequest: StandardListRequest {}
extension ListKeyPostsResponse: StandardListResponse {}
extension CreateKeyPostRequest: StandardCreateRequest {}
extension UpdateKeyPostRequest: StandardUpdateRequest {}
extension DeleteKeyPostRequest: ActionRequest {}
extension UndeleteKeyPostRequest: ActionRequest {}
