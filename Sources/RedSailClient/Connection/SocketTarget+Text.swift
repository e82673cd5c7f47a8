internal import RPCTransport

extension SocketTarget {
  /// Reads a target as gRPC writes it (grpc/doc/naming.md): `host:port`, `dns:///host:port`, `ipv4:address:port`,
  /// `ipv6:[address]:port`, `unix:path` or `unix:///path`.
  init(text: String) throws(RPCError) {
    if text.hasPrefix("unix:") {
      let path = text.dropFirst("unix:".count)
      self = .unix(path: String(path.hasPrefix("//") ? path.dropFirst(2) : path))
      return
    }
    var address = text[...]
    for scheme in ["dns:///", "dns:", "ipv4:", "ipv6:"] where text.hasPrefix(scheme) {
      address = text.dropFirst(scheme.count)
      break
    }
    guard let colon = address.lastIndex(of: ":"), let port = UInt16(address[address.index(after: colon)...]), port > 0
    else { throw Self.invalid(text) }
    var host = address[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      // Without brackets nobody can tell an IPv6 address's last group from a port.
      throw Self.invalid(text)
    }
    guard !host.isEmpty, !host.contains("/") else { throw Self.invalid(text) }
    self = .tcp(host: String(host), port: Int(port))
  }

  private static func invalid(_ text: String) -> RPCError {
    RPCError(
      code: .invalidArgument,
      message: "'\(text)' is no target; expected host:port, [IPv6 address]:port, dns:///host:port or unix:path"
    )
  }
}
