internal import NIOPosix
internal import RPCCore

/// Finds the addresses of a host by the system's resolver, in its order (RFC 6724), on a thread of its own.
struct DNSResolver: NameResolver {
  let host: String
  let port: Int

  func resolve() async throws -> NameResolution {
    let addresses = try await NIOThreadPool.singleton.runIfActive { try SystemNameLookup.addresses(of: host) }
    return NameResolution(addresses: addresses.map { .tcp(host: $0, port: port) })
  }
}
