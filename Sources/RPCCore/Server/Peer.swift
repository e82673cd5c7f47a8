/// Who is at the other end of a connection; one object for all calls of the connection.
public final class Peer: Sendable {
  /// The peer's address as gRPC writes it: `ipv4:127.0.0.1:50051`, `ipv6:[::1]:50051`, `unix:/run/x.sock`, `inprocess`.
  public let address: String
  /// The address of this side, in the same form.
  public let localAddress: String

  /// A peer.
  public init(address: String, localAddress: String) {
    self.address = address
    self.localAddress = localAddress
  }
}

extension Peer: CustomStringConvertible {
  /// The peer's address.
  public var description: String { address }
}
