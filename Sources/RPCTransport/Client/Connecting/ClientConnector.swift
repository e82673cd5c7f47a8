internal import HTTP2Session
internal import NIOCore
internal import NIOPosix

/// Opens the sockets of a client: the only place where a client makes a channel and fills its pipeline.
///
/// What lies between the socket and HTTP/2 (TLS) goes into `fill`.
struct ClientConnector: Sendable {
  let configuration: ClientConfiguration
  /// The host whose addresses a resolver found: what a certificate must name. Nil where the addresses were given.
  let resolvedHost: String?

  /// Connects to an address and puts the handler that `makeConnection` gives behind whatever secures the connection.
  ///
  /// The channel comes once the socket is connected; the connection is of use once the server's settings have come.
  func connect(
    to address: SocketTarget,
    on loop: any EventLoop,
    timeout: Duration,
    makeConnection: @escaping @Sendable () throws -> ClientConnection
  ) -> EventLoopFuture<any Channel> {
    let bootstrap = ClientBootstrap(group: loop)
      .connectTimeout(TimeAmount(timeout))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          channel.watchForDeadPeer()
          try fill(channel.pipeline.syncOperations, for: address, with: makeConnection())
        }
      }
    return switch address {
    case .tcp(let host, let port): bootstrap.connect(host: host, port: port)
    case .unix(let path): bootstrap.connect(unixDomainSocketPath: path)
    }
  }

  private func fill(
    _ pipeline: ChannelPipeline.SynchronousOperations,
    for address: SocketTarget,
    with connection: ClientConnection
  ) throws {
    if let tls = configuration.tls {
      try tls.secure(connection, on: pipeline, to: resolvedHost.map { .tcp(host: $0, port: 0) } ?? address)
    }
    try pipeline.addHandler(connection)
  }
}
