internal import NIOCore

/// Where a server listens or a client connects to.
public enum SocketTarget: Sendable, Hashable, CustomStringConvertible {
  /// A TCP port; the host may be a name or an address. Port 0 lets a server take any free one.
  case tcp(host: String, port: Int)
  /// A socket in the file system.
  case unix(path: String)

  /// `host:port`, with brackets around IPv6 addresses, or `unix:path`.
  public var description: String {
    switch self {
    case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): "unix:\(path)"
    }
  }

  /// What a client names as `:authority`.
  var authority: String {
    switch self {
    case .tcp: description
    case .unix: "localhost"
    }
  }

  /// The host whose name the server's certificate has to carry.
  var host: String {
    switch self {
    case .tcp(let host, _): host
    case .unix: "localhost"
    }
  }

  init?(_ address: SocketAddress?) {
    switch address {
    case .v4, .v6:
      guard let host = address?.ipAddress, let port = address?.port else { return nil }
      self = .tcp(host: host, port: port)
    case .unixDomainSocket:
      self = .unix(path: address?.pathname ?? "")
    case nil:
      return nil
    }
  }
}
