/// A service that a router can serve; the protocol generated for each service of a schema refines it.
public protocol RPCService: Sendable {
  /// The service's name and methods.
  static var serviceDescriptor: ServiceDescriptor { get }

  /// Adds a handler for each method.
  func register(in router: inout RPCRouter)
}
