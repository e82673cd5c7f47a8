public import RPCCore

/// Finds the addresses of a name (grpc/doc/naming.md). Give a channel your own for another system of names than DNS.
public protocol NameResolver: Sendable {
  /// Finds the addresses now: asked for when the channel leaves IDLE, and again when connections fail or break, at most
  /// once in `ClientConfiguration.resolutionInterval`. After an error it is asked again with back-off; meanwhile
  /// addresses that were found before stay in use.
  func resolve() async throws -> NameResolution
}

/// What a resolver found.
public struct NameResolution: Sendable, Hashable {
  /// The addresses, the preferred ones first; hosts should be IP addresses. None is an error.
  public var addresses: [SocketTarget]
  /// The service config that the name has; nil: `ClientConfiguration.serviceConfig`. It holds for calls that begin after
  /// it came.
  public var serviceConfig: ServiceConfig?

  /// Addresses and, where the name has one, a service config.
  public init(addresses: [SocketTarget], serviceConfig: ServiceConfig? = nil) {
    self.addresses = addresses
    self.serviceConfig = serviceConfig
  }
}
