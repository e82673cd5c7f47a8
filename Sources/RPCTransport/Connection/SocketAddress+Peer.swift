internal import NIOCore

extension SocketAddress {
  /// The address as gRPC writes it: `ipv4:127.0.0.1:50051`, `ipv6:[::1]:50051`, `unix:/run/x.sock`.
  var peerName: String {
    switch self {
    case .v4: "ipv4:\(ipAddress ?? ""):\(port ?? 0)"
    case .v6: "ipv6:[\(ipAddress ?? "")]:\(port ?? 0)"
    case .unixDomainSocket: "unix:\(pathname ?? "")"
    }
  }
}
