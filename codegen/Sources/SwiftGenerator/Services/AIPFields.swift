internal import SwiftProtobuf
internal import SwiftProtobufPluginLibrary

/// The fields that Google's API Improvement Proposals give a fixed name and meaning.
struct AIPFields {
  private let message: Descriptor
  private let names: MemberNames

  init(_ message: Descriptor) {
    self.message = message
    names = MemberNames.properties(of: message)
  }

  /// The property of `request_id` (AIP-155): a plain string by which a server recognises a repeated request.
  var requestID: String? { property("request_id", type: .string) }

  /// The property of `page_token` in the request of a List method (AIP-158); nil without a `page_size` beside it.
  var pageToken: String? {
    property("page_size", type: .int32) == nil ? nil : property("page_token", type: .string)
  }

  /// The property of `next_page_token` in the response of a List method (AIP-158).
  var nextPageToken: String? { property("next_page_token", type: .string) }

  /// The one repeated message field of a response: the page's items. Nil where there are none or several.
  var items: (field: FieldDescriptor, name: String)? {
    let lists = message.fields.filter { $0.isRepeated && $0.type == .message && !$0.isMap }
    guard lists.count == 1, let field = lists.first else { return nil }
    return (field, names[field.name])
  }

  private func property(_ name: String, type: Google_Protobuf_FieldDescriptorProto.TypeEnum) -> String? {
    let field = message.fields.first { $0.name == name }
    guard let field, field.type == type, !field.isRepeated, !field.hasPresence else { return nil }
    return names[name]
  }
}
