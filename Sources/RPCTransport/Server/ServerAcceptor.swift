internal import NIOCore
internal import NIOSSL
internal import RPCCore

/// Makes connections of the sockets that a server's listeners accept.
struct ServerAcceptor: Sendable {
  let router: RPCRouter
  let server: ServerConnections
  /// One for each event loop.
  let batches: [ObjectIdentifier: LoopBatch]
  /// Nil where connections are in plaintext.
  let tls: TLSContexts?

  /// Prepares an accepted socket, on its event loop. An error closes it.
  func accept(_ channel: any Channel) throws {
    let network = channel.remoteAddress?.network
    if let limit = server.admit(from: network) {
      server.report(.limitReached(limit, peer: channel.remoteAddress?.peerName))
      throw NoRoom()
    }
    channel.closeFuture.whenComplete { _ in server.dismiss(from: network) }
    let connection = try ServerConnection(
      channel: channel,
      batch: batches[ObjectIdentifier(channel.eventLoop)] ?? LoopBatch(loop: channel.eventLoop),
      router: router,
      server: server
    )
    channel.watchForDeadPeer()
    if let tls {
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls.current()))
      connection.whenSecured = { [unowned connection] certificate in
        if let certificate { connection.prove(try certificate.identity()) }
      }
    }
    try channel.pipeline.syncOperations.addHandler(connection)
    server.report(.connectionAccepted)
    server.add(connection)
    connection.accepted()
    // A socket that never came to life has no other end.
    channel.closeFuture.whenComplete { _ in connection.connectionEnded(nil) }
  }
}

/// A connection was accepted beyond a limit.
private struct NoRoom: Error {}
