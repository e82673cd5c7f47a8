#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `getaddrinfo`. NIO offers no lookup that gives all addresses; this is the one place of this module that handles C's
/// pointers: they are valid from the call to `freeaddrinfo`, and what is kept is copied.
enum SystemNameLookup {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// The IP addresses of a host in the system's order. Blocks.
  static func addresses(of host: String) throws -> [String] {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    // One entry an address.
    #if canImport(Glibc)
      hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var first: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &first)
    guard code == 0 else { throw Failed(description: String(cString: gai_strerror(code))) }
    defer { freeaddrinfo(first) }
    var addresses: [String] = []
    var entry = first
    while let current = entry {
      if let text = text(of: current.pointee), !addresses.contains(text) { addresses.append(text) }
      entry = current.pointee.ai_next
    }
    return addresses
  }

  private static func text(of entry: addrinfo) -> String? {
    guard entry.ai_family == AF_INET || entry.ai_family == AF_INET6, let address = entry.ai_addr else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(NI_MAXHOST)) { buffer in
      let code = getnameinfo(
        address,
        entry.ai_addrlen,
        buffer.baseAddress,
        socklen_t(buffer.count),
        nil,
        0,
        NI_NUMERICHOST
      )
      guard code == 0, let start = buffer.baseAddress else { return nil }
      return String(cString: start)
    }
  }
}
