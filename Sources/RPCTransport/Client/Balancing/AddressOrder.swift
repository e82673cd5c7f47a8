/// The order in which pick_first tries addresses.
enum AddressOrder {
  /// IPv6 and others in turn, beginning with the family of the first and keeping the order within each: so one family that
  /// does not work costs one delay (RFC 8305 §4, gRFC A61).
  static func interleaved(_ addresses: [SocketTarget]) -> [SocketTarget] {
    guard let first = addresses.first else { return [] }
    let same = addresses.filter { $0.isIPv6 == first.isIPv6 }
    let other = addresses.filter { $0.isIPv6 != first.isIPv6 }
    var result: [SocketTarget] = []
    for index in 0..<max(same.count, other.count) {
      if index < same.count { result.append(same[index]) }
      if index < other.count { result.append(other[index]) }
    }
    return result
  }
}

extension SocketTarget {
  fileprivate var isIPv6: Bool {
    if case .tcp(let host, _) = self { host.contains(":") } else { false }
  }
}
