internal import SwiftProtobufPluginLibrary

/// Writes the protocol that a server implements, and how its functions are registered with a router.
struct ServerPrinter {
  let access: String

  func write(_ service: ServiceModel, to writer: inout SourceWriter) {
    let name = ReservedNames.escaped(service.name)
    writer.lines(DocComment.lines(for: service.descriptor))
    writer.block("\(access)protocol \(name): RPCService {") { writer in
      for (index, method) in service.methods.enumerated() {
        if index > 0 { writer.line() }
        writer.lines(DocComment.lines(for: method.descriptor))
        if method.isDeprecated { writer.line(Deprecation.attribute) }
        writer.line("func \(ReservedNames.escaped(method.name))\(Self.signature(method))")
      }
    }
    writer.line()
    writer.block("extension \(name) {") { writer in
      if service.usesDeprecated { writer.line(Deprecation.silencing) }
      writer.line(
        "\(access)static var serviceDescriptor: ServiceDescriptor { \(service.methodsName).serviceDescriptor }"
      )
      writer.line()
      if service.usesDeprecated { writer.line(Deprecation.silencing) }
      writer.block("\(access)func register(in router: inout RPCRouter) {") { writer in
        for method in service.methods {
          let (parameters, arguments) = Self.closure(method)
          writer.block(
            "router.\(method.kind.rawValue)(\(service.methodsName).\(method.name)) { \(parameters) in"
          ) { writer in
            writer.line("try await self.\(method.name)(\(arguments))")
          }
        }
      }
    }
  }

  private static func signature(_ method: ServiceModel.Method) -> String {
    switch method.kind {
    case .unary:
      "(_ request: \(method.request), context: ServerContext) async throws -> \(method.response)"
    case .clientStreaming:
      "(_ requests: RequestStream<\(method.request)>, context: ServerContext) async throws -> \(method.response)"
    case .serverStreaming:
      "(_ request: \(method.request), responses: ResponseWriter<\(method.response)>, context: ServerContext) async throws"
    case .bidirectionalStreaming:
      "(_ requests: RequestStream<\(method.request)>, responses: ResponseWriter<\(method.response)>, "
        + "context: ServerContext) async throws"
    }
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
