internal import RedSailAPI

extension ListKeyPostsRequest: ListRequest {}
extension CreateKeyPostRequest: CreateRequest {
  var resourceID: String { keyPostID }
  var resource: KeyPost? { keyPost }
}
extension UpdateKeyPostRequest: UpdateRequest {
  var resource: KeyPost? { keyPost }
}
extension DeleteKeyPostRequest: ActionRequest {}
extension UndeleteKeyPostRequest: ActionRequest {}
