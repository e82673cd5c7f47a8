internal import ArgumentParser
internal import RPCTransport

extension SocketTarget {
  /// Reads `HOST:PORT`, with brackets around an IPv6 address, or `unix:PATH`. Throws what was expected.
  init(argument: String) throws(ValidationError) {
    if argument.hasPrefix("unix:"), argument.count > 5 {
      self = .unix(path: String(argument.dropFirst(5)))
      return
    }
    guard let colon = argument.lastIndex(of: ":"), let port = UInt16(argument[argument.index(after: colon)...]) else {
      throw ValidationError("expected HOST:PORT or unix:PATH, came '\(argument)'")
    }
    var host = argument[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty else { throw ValidationError("expected a host before the port, came '\(argument)'") }
    self = .tcp(host: String(host), port: Int(port))
  }
}
