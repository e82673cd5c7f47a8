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

extension ListenAddress {
  /// Reads `HOST:PORT`. Throws what was expected.
  init(argument: String) throws(ValidationError) {
    let invalid = ValidationError("expected HOST:PORT, the port a number from 0 to 65535")
    guard let colon = argument.lastIndex(of: ":"), let port = UInt16(argument[argument.index(after: colon)...]) else {
      throw invalid
    }
    var host = argument[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty else { throw invalid }
    self.init(host: String(host), port: Int(port))
  }
}
