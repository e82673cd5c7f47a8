internal import NIOCore
internal import RPCCore

/// Where a channel's addresses come from.
enum ClientTarget: Sendable {
  /// Addresses that need no resolver.
  case addresses([SocketTarget])
  /// A resolver, and the name as errors show it.
  case resolver(any NameResolver, name: String)

  /// A host that may be a name or an address, or a socket in the file system.
  init(_ target: SocketTarget) {
    if case .tcp(let host, let port) = target, (try? SocketAddress(ipAddress: host, port: port)) == nil {
      self = .resolver(DNSResolver(host: host, port: port), name: "\(target)")
    } else {
      self = .addresses([target])
    }
  }

  var description: String {
    switch self {
    case .addresses(let addresses): addresses.map { "\($0)" }.joined(separator: ",")
    case .resolver(_, let name): name
    }
  }
}

/// A target as gRPC writes it (grpc/doc/naming.md), with the name for `:authority`.
struct TargetText {
  private static let defaultPort = 443

  let target: ClientTarget
  let authority: String
  private let text: String

  /// Reads `host[:port]`, `dns:[//authority/]host[:port]`, `ipv4:address[:port],…`, `ipv6:[address]:port,…`, `unix:path` or
  /// `unix:///path`. A text without one of these schemes is a host. The default port is 443.
  init(_ text: String) throws(RPCError) {
    let colon = text.firstIndex(of: ":")
    let scheme = colon.map { text[..<$0].lowercased() } ?? ""
    let rest = colon.map { text[text.index(after: $0)...] } ?? text[...]
    switch scheme {
    case "dns":
      var name = rest
      if rest.hasPrefix("//") {
        let path = rest.dropFirst(2)
        guard let slash = path.firstIndex(of: "/") else { throw Self.invalid(text, "'dns://' needs a third '/'") }
        guard slash == path.startIndex else { throw Self.invalid(text, "a DNS server of one's own is not supported") }
        name = path[path.index(after: slash)...]
      }
      try self.init(host: name, of: text)
    case "ipv4", "ipv6":
      var addresses: [SocketTarget] = []
      for part in rest.split(separator: ",", omittingEmptySubsequences: false) {
        let (host, port) = try Self.hostAndPort(part, of: text, isBareIPv6: scheme == "ipv6")
        guard let address = try? SocketAddress(ipAddress: host, port: port),
          (address.protocol == .inet6) == (scheme == "ipv6")
        else { throw Self.invalid(text, "'\(part)' is not an \(scheme == "ipv6" ? "IPv6" : "IPv4") address") }
        addresses.append(.tcp(host: host, port: port))
      }
      self.init(target: .addresses(addresses), authority: String(rest.split(separator: ",")[0]), text: text)
    case "unix":
      let path = rest.hasPrefix("//") ? rest.dropFirst(2) : rest
      guard !path.isEmpty else { throw Self.invalid(text, "the path is missing") }
      guard !rest.hasPrefix("//") || path.hasPrefix("/") else {
        throw Self.invalid(text, "behind 'unix://' the path must be absolute")
      }
      self.init(target: .addresses([.unix(path: String(path))]), authority: "localhost", text: text)
    case "unix-abstract":
      throw Self.invalid(text, "abstract unix sockets are not supported")
    default:
      try self.init(host: text[...], of: text)
    }
  }

  private init(target: ClientTarget, authority: String, text: String) {
    self.target = target
    self.authority = authority
    self.text = text
  }

  private init(host name: Substring, of text: String) throws(RPCError) {
    let (host, port) = try Self.hostAndPort(name, of: text, isBareIPv6: false)
    self.init(target: ClientTarget(.tcp(host: host, port: port)), authority: String(name), text: text)
  }

  /// The host of an authority, `host` or `host:port`; the whole where it is neither.
  static func host(of authority: String) -> String {
    (try? hostAndPort(authority[...], of: authority, isBareIPv6: false).host) ?? authority
  }

  private static func hostAndPort(
    _ part: Substring,
    of text: String,
    isBareIPv6: Bool
  ) throws(RPCError) -> (host: String, port: Int) {
    var host = part
    var port: Substring?
    if part.hasPrefix("["), let end = part.firstIndex(of: "]") {
      host = part[part.index(after: part.startIndex)..<end]
      let rest = part[part.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { throw invalid(text, "'\(rest)' stands behind the address") }
      if !rest.isEmpty { port = rest.dropFirst() }
    } else if !isBareIPv6, let colon = part.lastIndex(of: ":") {
      host = part[..<colon]
      port = part[part.index(after: colon)...]
      // Without brackets nobody can tell an IPv6 address's last group from a port.
      guard !host.contains(":") else { throw invalid(text, "an IPv6 address with a port needs brackets around it") }
    }
    guard !host.isEmpty, !host.contains(where: { "/[]".contains($0) }) else {
      throw invalid(text, "'\(host)' is no host")
    }
    guard let port else { return (String(host), defaultPort) }
    guard let number = UInt16(port), number > 0 else { throw invalid(text, "'\(port)' is no port from 1 to 65535") }
    return (String(host), Int(number))
  }

  private static func invalid(_ text: String, _ problem: String) -> RPCError {
    RPCError(
      code: .invalidArgument,
      message: "'\(text)' is no target: \(problem); expected host:port, dns:///host:port, ipv4:address:port, "
        + "ipv6:[address]:port or unix:path"
    )
  }
}
