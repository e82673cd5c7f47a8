internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI

/// The authorisation rule of every method, read from the schema (`redsail.v1.authorization`) when the server starts.
struct AuthorizationRules: Sendable {
  private var rules: [String: AuthorizationRule] = [:]

  /// The extension's number in authorization.proto.
  private static let optionNumber: UInt32 = 50_801

  /// Reads the rules of the services that the file descriptors hold.
  init(_ files: [EncodedFileDescriptor]) throws(AuthorizationRulesError) {
    for file in files {
      try read(file.serialized(), file: file.name)
    }
  }

  /// The rule of a method, by its path `/service/method`.
  subscript(path: String) -> AuthorizationRule? { rules[path] }

  /// Throws if a method of one of the services has no rule, or one that does not say what it does.
  func check(_ services: [ServiceDescriptor]) throws(AuthorizationRulesError) {
    for method in services.flatMap(\.methods) {
      guard let rule = rules[method.path], !rule.resource.isEmpty, rule.verb != .unspecified else {
        throw .missing(method: method.path)
      }
    }
  }

  /// FileDescriptorProto: package = 2, service = 6; ServiceDescriptorProto: name = 1, method = 2; MethodDescriptorProto:
  /// name = 1, options = 4 (google/protobuf/descriptor.proto).
  private mutating func read(_ file: [UInt8], file name: String) throws(AuthorizationRulesError) {
    let fields = try Self.fields(file[...], file: name)
    let package = fields.text(2)
    for service in fields.messages(6) {
      let service = try Self.fields(service, file: name)
      for method in service.messages(2) {
        let method = try Self.fields(method, file: name)
        for options in method.messages(4) {
          for rule in try Self.fields(options, file: name).messages(Self.optionNumber) {
            guard let rule = try? AuthorizationRule(serialized: Array(rule)) else { throw .unreadable(file: name) }
            rules["/\(package).\(service.text(1))/\(method.text(1))"] = rule
          }
        }
      }
    }
  }

  private static func fields(_ bytes: ArraySlice<UInt8>, file: String) throws(AuthorizationRulesError) -> WireFields {
    guard let fields = WireFields(bytes) else { throw .unreadable(file: file) }
    return fields
  }
}
