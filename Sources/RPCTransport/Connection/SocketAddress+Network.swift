internal import NIOCore

extension SocketAddress {
  /// Who shares one allowance of connections: an IPv4 address, or an IPv6 network of 64 bits, as one customer gets it
  /// (RFC 6177 §2). Nil for a socket in the file system.
  var network: String? { ipAddress.map(Self.network) }

  /// The network of an address in the notation of RFC 5952.
  static func network(of address: String) -> String {
    guard address.contains(":") else { return address }
    // An IPv4 address seen through an IPv6 socket (RFC 4291 §2.5.5.2).
    if address.contains("."), let last = address.split(separator: ":").last { return String(last) }
    let halves = address.split(separator: "%")[0].split(separator: "::", omittingEmptySubsequences: false)
    let groups = halves.map { $0.split(separator: ":") }
    let zeros = [Substring](repeating: "0", count: max(0, 8 - groups.reduce(0) { $0 + $1.count }))
    let all = groups.count > 1 ? groups[0] + zeros + groups[1] : groups[0]
    return all.prefix(4).joined(separator: ":") + "::/64"
  }
}
