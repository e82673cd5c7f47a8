internal import NIOCore
internal import NIOSSL

extension TLSContexts {
  /// Puts TLS before what a client's channel gets next. An address instead of a name is not sent as SNI (RFC 6066 §3); the
  /// certificate then has to carry the address of the socket.
  func addClientHandler(to channel: any Channel, serverName: String) throws {
    let isAddress = (try? SocketAddress(ipAddress: serverName, port: 0)) != nil
    let handler = try NIOSSLClientHandler(context: refreshed(), serverHostname: isAddress ? nil : serverName)
    try channel.pipeline.syncOperations.addHandler(handler)
  }
}
