/// Who is at the other end of a connection; one object for all calls of the connection.
public final class Peer: Sendable {
  /// The peer's address as gRPC writes it: `ipv4:127.0.0.1:50051`, `ipv6:[::1]:50051`, `unix:/run/x.sock`, `inprocess`.
  public let address: String
  /// The address of this side, in the same form.
  public let localAddress: String
  /// Who the peer has proved to be; nil without TLS, and where the peer showed no certificate.
  public let identity: PeerIdentity?

  /// A peer.
  public init(address: String, localAddress: String, identity: PeerIdentity? = nil) {
    self.address = address
    self.localAddress = localAddress
    self.identity = identity
  }
}

extension Peer: CustomStringConvertible {
  /// The peer's address.
  public var description: String { address }
}
