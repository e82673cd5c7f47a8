/// A service and its methods; generated for each service of a schema.
public struct ServiceDescriptor: Sendable {
  /// The fully qualified name, such as `grpc.health.v1.Health`.
  public let name: String
  /// The methods in the order of the schema.
  public let methods: [RPCMethod]

  /// Describes a service.
  public init(name: String, methods: [RPCMethod]) {
    self.name = name
    self.methods = methods
  }
}
