/// Names a generated declaration may not take, and names it may take only between backticks.
enum ReservedNames {
  /// Swift's keywords: fine as a member's name once they stand between backticks.
  private static let keywords: Set<String> = [
    "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
    "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]

  /// Members of every message that a property of the same name would hide or clash with, and names that are no members
  /// even between backticks.
  static let messageMembers: Set<String> = [
    "init", "self", "unknownFields", "hashValue", "json", "serialized", "withPrepared", "write",
  ]

  /// Members of every enum that a case of the same name would clash with, names that are no members, and those of
  /// `Optional`, because `.none` would be read as nil.
  static let enumCases: Set<String> = ["init", "self", "none", "some", "unrecognized", "layout"]

  /// Names that are no members.
  static let fieldPathCases: Set<String> = ["init", "self"]

  /// Members that a service's protocol and client have beside the schema's methods.
  static let serviceMembers: Set<String> = ["init", "self", "channel", "register", "serviceDescriptor"]

  /// Types of Swift and of the runtime that generated code writes without a module's name.
  static let types: Set<String> = [
    // Swift
    "Any", "AnyObject", "Array", "AsyncSequence", "Bool", "CaseIterable", "Character", "Collection", "Comparable",
    "CustomStringConvertible", "Decodable", "Dictionary", "Double", "Encodable", "Equatable", "Error", "Float",
    "Hashable", "Hasher", "Identifiable", "Int", "Int32", "Int64", "Never", "Optional", "Protocol", "RawRepresentable",
    "Result", "Self", "Sendable", "Sequence", "Set", "String", "Swift", "Task", "Type", "UInt", "UInt32", "UInt64",
    "UInt8", "Void",
    // The runtime and the RPC library
    "Boxed", "CallOptions", "ClientStreamingCall", "BidirectionalCall", "EnumLayout", "FieldLayout", "FieldPath",
    "FieldReader", "FieldWriter", "FileDescriptors", "Message", "MessageLayout", "MethodDescriptor", "OpenEnum",
    "PagingSequence", "ProtobufRuntime", "RPCCore", "RPCChannel", "RPCRouter", "EncodedFileDescriptor",
    "InvalidResourceName", "RPCError", "RPCService", "RequestID", "RequestStream",
    "ResponseStream", "ResponseWriter", "ServerContext", "ServiceDescriptor", "UnknownFields",
  ]

  /// `name` as it must stand in a declaration or where it is used without a dot before it.
  static func escaped(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }
}
