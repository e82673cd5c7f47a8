internal import ArgumentParser
internal import RPCTransport

/// Where `serve` listens: `HOST:PORT`, with brackets around an IPv6 address.
struct ListenAddress {
  let host: String
  let port: Int

  var target: SocketTarget { .tcp(host: host, port: port) }

  /// Whether only this machine can connect to it.
  var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

extension ListenAddress: ExpressibleByArgument {
  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), let port = UInt16(argument[argument.index(after: colon)...]) else {
      return nil
    }
    var host = argument[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty else { return nil }
    self.init(host: String(host), port: Int(port))
  }
}
