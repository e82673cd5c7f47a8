public import ProtobufRuntime

/// One method of a service with its message types; generated for each method of a schema.
public struct MethodDescriptor<Request: Message, Response: Message>: Sendable {
  /// The method without its types.
  public let method: RPCMethod

  /// Describes a method.
  public init(service: String, name: String, kind: MethodKind, idempotency: MethodIdempotency = .unknown) {
    self.method = RPCMethod(service: service, name: name, kind: kind, idempotency: idempotency)
  }

  /// The fully qualified service name.
  public var service: String { method.service }
  /// The method name.
  public var name: String { method.name }
  /// The HTTP/2 path, `/service/method`.
  public var path: String { method.path }
  /// How many messages flow each way.
  public var kind: MethodKind { method.kind }
  /// What the schema promises about repeating the call.
  public var idempotency: MethodIdempotency { method.idempotency }
}
