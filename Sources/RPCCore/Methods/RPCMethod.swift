/// One method of a service without its message types: what transports, routers and interceptors pass around.
///
/// A class, so that handing it on costs one reference.
public final class RPCMethod: Sendable {
  /// The fully qualified service name, such as `grpc.health.v1.Health`.
  public let service: String
  /// The method name, such as `Check`.
  public let name: String
  /// The HTTP/2 path, `/service/method`.
  public let path: String
  /// How many messages flow each way.
  public let kind: MethodKind
  /// What the schema promises about repeating the call.
  public let idempotency: MethodIdempotency

  /// Describes a method.
  public init(service: String, name: String, kind: MethodKind, idempotency: MethodIdempotency = .unknown) {
    self.service = service
    self.name = name
    self.path = "/\(service)/\(name)"
    self.kind = kind
    self.idempotency = idempotency
  }
}

extension RPCMethod: CustomStringConvertible {
  /// `service/method`, as grpc tools print it.
  public var description: String { "\(service)/\(name)" }
}
