internal import SwiftProtobufPluginLibrary

/// A service as it is generated: names resolved, extras found.
struct ServiceModel {
  /// One method.
  struct Method {
    let descriptor: MethodDescriptor
    /// The function's name, without backticks.
    let name: String
    let kind: CallKind
    let request: String
    let response: String
    /// The property that a client fills with a random id where it is empty (AIP-155); nil where there is none.
    let requestID: String?
    /// What a client needs to follow the pages of a List method (AIP-158); nil for other methods.
    let paging: Paging?
    /// Whether the method, or one of its types, is deprecated.
    let isDeprecated: Bool
    /// Whether one of its types is, so that even its descriptor cannot be named without a warning.
    let hasDeprecatedTypes: Bool
  }

  let descriptor: ServiceDescriptor
  /// The name of the protocol that a server implements.
  let name: String
  /// The name of the enum with the method descriptors.
  let methodsName: String
  /// The name of the client.
  let clientName: String
  let methods: [Method]

  /// Whether calling the methods touches something deprecated.
  var usesDeprecated: Bool { methods.contains(where: \.isDeprecated) }
  /// Whether listing the methods does.
  var usesDeprecatedTypes: Bool { methods.contains(where: \.hasDeprecatedTypes) }

  init(_ service: ServiceDescriptor, methodsName: String, clientName: String, in context: GenerationContext) throws {
    descriptor = service
    name = try context.typeName(of: service.fullName, in: service.file, usedBy: service.fullName).name
    self.methodsName = methodsName
    self.clientName = clientName
    let functions = MemberNames.functions(of: service)
    var clientScope = NameScope(
      reserved: ReservedNames.serviceMembers.union(service.methods.map { functions[$0.name] })
    )
    methods = try service.methods.map { method in
      let input: Descriptor = method.inputType
      let output: Descriptor = method.outputType
      let kind = CallKind(method)
      return Method(
        descriptor: method,
        name: functions[method.name],
        kind: kind,
        request: try context.reference(to: input, usedBy: method.fullName, from: []),
        response: try context.reference(to: output, usedBy: method.fullName, from: []),
        requestID: Self.requestID(of: method),
        paging: try Paging(method, scope: &clientScope, in: context),
        isDeprecated: method.options.deprecated || input.options.deprecated || output.options.deprecated,
        hasDeprecatedTypes: input.options.deprecated || output.options.deprecated
      )
    }
  }

  /// The property that a client of this method fills with a random id where it is empty.
  static func requestID(of method: MethodDescriptor) -> String? {
    guard CallKind(method) == .unary, let request = method.inputType else { return nil }
    return AIPFields(request).requestID
  }
}
