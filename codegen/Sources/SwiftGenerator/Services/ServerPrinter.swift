internal import SwiftProtobufPluginLibrary

/// Writes the protocol that a server implements, and how its functions are registered with a router.
struct ServerPrinter {
  let access: String
  let namespace: String?

  /// The protocol.
  func write(_ service: ServiceModel, to writer: inout SourceWriter) {
    let name = ReservedNames.escaped(service.name)
    writer.lines(DocComment.lines(for: service.descriptor))
    writer.block("\(access)protocol \(name): RPCService {") { writer in
      for (index, method) in service.methods.enumerated() {
        if index > 0 { writer.line() }
        writer.lines(DocComment.lines(for: method.descriptor))
        if method.isDeprecated { writer.line(Deprecation.attribute) }
        let (parameters, result) = Self.signature(method)
        writer.function("func \(ReservedNames.escaped(method.name))", parameters, " async throws" + result)
      }
    }
  }

  /// The extension that registers the functions; it stands at the file's top level, as Swift wants of extensions.
  func writeRegistration(_ service: ServiceModel, to writer: inout SourceWriter) {
    let prefix = namespace.map { $0 + "." } ?? ""
    let methods = prefix + service.methodsName
    writer.block("extension \(prefix)\(ReservedNames.escaped(service.name)) {") { writer in
      if service.usesDeprecatedTypes { writer.line(Deprecation.silencing) }
      writer.line(
        "\(access)static var serviceDescriptor: ServiceDescriptor { \(methods).serviceDescriptor }"
      )
      writer.line()
      if service.usesDeprecated { writer.line(Deprecation.silencing) }
      writer.block("\(access)func register(in router: inout RPCRouter) {") { writer in
        for method in service.methods {
          let (parameters, arguments) = Self.closure(method)
          writer.block(
            "router.\(method.kind.rawValue)(\(methods).\(method.name)) { \(parameters) in"
          ) { writer in
            writer.line("try await self.\(method.name)(\(arguments))")
          }
        }
      }
    }
  }

  private static func signature(_ method: ServiceModel.Method) -> (parameters: String, result: String) {
    let request =
      method.descriptor.clientStreaming
      ? "_ requests: RequestStream<\(method.request)>" : "_ request: \(method.request)"
    if method.descriptor.serverStreaming {
      return ("\(request), responses: ResponseWriter<\(method.response)>, context: ServerContext", "")
    }
    return ("\(request), context: ServerContext", " -> \(method.response)")
  }

  private static func closure(_ method: ServiceModel.Method) -> (parameters: String, arguments: String) {
    switch method.kind {
    case .unary: ("request, context", "request, context: context")
    case .clientStreaming: ("requests, context", "requests, context: context")
    case .serverStreaming: ("request, responses, context", "request, responses: responses, context: context")
    case .bidirectionalStreaming:
      ("requests, responses, context", "requests, responses: responses, context: context")
    }
  }
}
