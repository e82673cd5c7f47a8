internal import ArgumentParser
internal import RPCTransport

/// Where `serve` listens: `HOST:PORT`, with brackets around an IPv6 address.
struct ListenAddress {
  let host: String
  let port: Int

  var target: SocketTarget { .tcp(host: host, port: port) }

  /// Whether only this machine can connect to it.
  var isLoopback: Bool { host == "localhost" || host == "::1" || isIPv4Loopback }

  /// An address of 127.0.0.0/8; a name may begin like one and lead elsewhere.
  private var isIPv4Loopback: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
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
