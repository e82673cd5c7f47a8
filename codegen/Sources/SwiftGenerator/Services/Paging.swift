internal import SwiftProtobufPluginLibrary

/// A List method (AIP-132, AIP-158): `page_size` and `page_token` in the request, `next_page_token` and one list of
/// messages in the response.
struct Paging {
  /// The name of the function that gives the items of all pages.
  let name: String
  /// The Swift type of one item.
  let item: String
  /// The properties' names.
  let pageToken: String
  let nextPageToken: String
  let items: String

  init?(_ method: MethodDescriptor, scope: inout NameScope, in context: GenerationContext) throws {
    let request = AIPFields(method.inputType)
    let response = AIPFields(method.outputType)
    guard CallKind(method) == .unary, let pageToken = request.pageToken, let nextPageToken = response.nextPageToken,
      let items = response.items, let item = items.field.messageType
    else { return nil }
    self.pageToken = pageToken
    self.nextPageToken = nextPageToken
    self.items = items.name
    self.item = try context.reference(to: item, usedBy: items.field.fullName, from: [])
    name = scope.claim(items.name, fallback: "Sequence")
  }
}
