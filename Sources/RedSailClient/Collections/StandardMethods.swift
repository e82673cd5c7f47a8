/// The standard methods of one kind of record, and the fields of their requests and responses that are named after the kind.
public struct StandardMethods<
  Resource: Message,
  Get: StandardGetRequest,
  List: StandardListRequest,
  Page: StandardListResponse,
  Create: StandardCreateRequest,
  Update: StandardUpdateRequest,
  Delete: ActionRequest,
  Undelete: ActionRequest
>: Sendable {
  /// What stands before the id in a name, such as `tickets`.
  let collectionID: String
  let get: MethodDescriptor<Get, Resource>
  let list: MethodDescriptor<List, Page>
  let items: any KeyPath<Page, [Resource]> & Sendable
  let create: MethodDescriptor<Create, Resource>
  let createdResource: any WritableKeyPath<Create, Resource?> & Sendable
  let createdID: any WritableKeyPath<Create, String> & Sendable
  let update: MethodDescriptor<Update, Resource>
  let updatedResource: any WritableKeyPath<Update, Resource?> & Sendable
  let delete: MethodDescriptor<Delete, Resource>
  let undelete: MethodDescriptor<Undelete, Resource>
}
