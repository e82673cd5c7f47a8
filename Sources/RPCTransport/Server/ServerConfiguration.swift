public import HTTP2Session
public import RPCCore

/// How a server listens and what it lets its peers do.
public struct ServerConfiguration: Sendable {
  /// Where the server listens; all of them at once. Default: any free port of 127.0.0.1.
  public var listen: [SocketTarget]

  /// Event loops (threads) that connections are spread over. Nil, the default, shares NIO's process-wide loops, one a
  /// core.
  public var eventLoops: Int?

  /// Largest messages, in bytes. Default: 4 MiB received, as gRPC elsewhere.
  public var messages = MessageLimits()

  /// Windows and bounds of each connection. Running handlers of a connection never exceed its stream limit either.
  public var http2 = HTTP2Configuration()

  /// How long a graceful shutdown waits for calls in progress before it ends them with UNAVAILABLE. Default 30 s.
  public var drainTimeout = Duration.seconds(30)

  /// How long the end of a shutdown waits for handlers that were cancelled. Default 5 s.
  public var cancellationTimeout = Duration.seconds(5)

  /// Connections that may wait to be accepted, for each address. Default 256.
  public var backlog: Int32 = 256

  /// A configuration that listens at these addresses.
  public init(listen: [SocketTarget] = [.tcp(host: "127.0.0.1", port: 0)]) {
    self.listen = listen
  }
}
