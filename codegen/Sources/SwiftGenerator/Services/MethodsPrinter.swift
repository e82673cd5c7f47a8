internal import SwiftProtobufPluginLibrary

/// Writes the enum with the descriptors of a service's methods, which server and client share.
struct MethodsPrinter {
  let access: String

  func write(_ service: ServiceModel, to writer: inout SourceWriter) {
    let fullName = stringLiteral(service.descriptor.fullName)
    writer.line("/// The methods of `\(service.descriptor.fullName)`.")
    writer.block("\(access)enum \(service.methodsName) {") { writer in
      for method in service.methods {
        if method.hasDeprecatedTypes { writer.line(Deprecation.attribute) }
        let idempotency = Self.idempotency(method.descriptor).map { ", idempotency: \($0)" } ?? ""
        writer.line(
          "\(access)static let \(ReservedNames.escaped(method.name)) = "
            + "MethodDescriptor<\(method.request), \(method.response)>("
        )
        writer.line(
          "  service: \(fullName), name: \(stringLiteral(method.descriptor.name)), "
            + "kind: .\(method.kind.rawValue)\(idempotency))"
        )
      }
      if !service.methods.isEmpty { writer.line() }
      writer.line("/// The service with all its methods.")
      if service.usesDeprecatedTypes { writer.line(Deprecation.silencing) }
      let methods = service.methods.map { "\(ReservedNames.escaped($0.name)).method" }
      writer.list(
        "\(access)static let serviceDescriptor = ServiceDescriptor(name: \(fullName), methods: [",
        methods,
        "])"
      )
    }
  }

  private static func idempotency(_ method: MethodDescriptor) -> String? {
    switch method.options.idempotencyLevel {
    case .idempotencyUnknown: nil
    case .noSideEffects: ".noSideEffects"
    case .idempotent: ".idempotent"
    }
  }
}
