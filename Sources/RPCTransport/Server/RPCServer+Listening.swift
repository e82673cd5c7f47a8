internal import Foundation
internal import NIOCore
internal import NIOPosix
internal import RPCCore

extension RPCServer {
  /// Opens all listeners; those that are open by then are closed if one fails.
  func listen(on group: MultiThreadedEventLoopGroup) async throws -> [SocketTarget] {
    let batches = Dictionary(
      uniqueKeysWithValues: group.makeIterator().map { (ObjectIdentifier($0), LoopBatch(loop: $0)) }
    )
    try await reloadCertificates()
    let secure = ServerAcceptor(router: router, server: connections, batches: batches, tls: tls)
    let plain = ServerAcceptor(router: router, server: connections, batches: batches, tls: nil)
    var targets: [SocketTarget] = []
    for target in configuration.listen {
      let channel =
        switch target {
        case .tcp(let host, let port): try await bootstrap(on: group, secure).bind(host: host, port: port).get()
        case .unix(let path): try await bind(path, on: group, bootstrap(on: group, plain))
        }
      connections.listen(channel)
      targets.append(SocketTarget(channel.localAddress) ?? target)
    }
    watchCertificates()
    return targets
  }

  private func bootstrap(on group: MultiThreadedEventLoopGroup, _ acceptor: ServerAcceptor) -> ServerBootstrap {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: configuration.backlog)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { [connections] channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(OpenFilesWatch(server: connections))
        }
      }
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try acceptor.accept(channel) }
      }
    guard configuration.reusesPort else { return bootstrap }
    return bootstrap.serverChannelOption(.socketOption(NIOBSDSocket.Option(rawValue: SO_REUSEPORT)), value: 1)
  }

  private func bind(
    _ path: String,
    on group: MultiThreadedEventLoopGroup,
    _ bootstrap: ServerBootstrap
  ) async throws -> any Channel {
    var socket = UnixSocketPath(path)
    try await socket.takeOver(on: group)
    let channel = try await bootstrap.bind(unixDomainSocketPath: path).get()
    socket.taken()
    connections.onStop { [socket] in socket.remove() }
    return channel
  }
}
