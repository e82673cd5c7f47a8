public import HTTP2Session
public import RPCCore

/// How a server listens and what it lets its peers do.
public struct ServerConfiguration: Sendable {
  /// Where the server listens; all of them at once. Default: any free port of 127.0.0.1.
  public var listen: [SocketTarget]

  /// TLS for the TCP ports, which then take nothing else. Nil, the default: they take HTTP/2 in plaintext, by prior
  /// knowledge (RFC 9113 §3.3). Sockets in the file system are always plaintext.
  public var tls: ServerTLS?

  /// Whether other processes of the same user may listen at the same TCP ports; the system spreads connections over them
  /// (SO_REUSEPORT). Default false.
  public var reusesPort = false

  /// Event loops (threads) that connections are spread over. Nil, the default, shares NIO's process-wide loops, one a
  /// core.
  public var eventLoops: Int?

  /// Largest messages, in bytes. Default: 4 MiB received, as gRPC elsewhere.
  public var messages = MessageLimits()

  /// Windows and bounds of each connection. Running handlers of a connection never exceed its stream limit either.
  public var http2 = HTTP2Configuration()

  /// Bounds beyond those of HTTP/2.
  public var limits = ServerLimits()

  /// PINGs, sent and received.
  public var keepalive = ServerKeepalive()

  /// Time without calls after which a connection is closed, with `max_idle` as debug data of its GOAWAY (gRPC's proposal
  /// A9). Nil, the default: never.
  public var maximumConnectionIdle: Duration?

  /// Time after which a connection takes no new calls, with `max_age` as debug data of its GOAWAY, so that clients spread
  /// anew over servers; each connection has up to a tenth more or less (gRPC's proposal A9). Nil, the default: never.
  public var maximumConnectionAge: Duration?

  /// Time for calls in progress after that. Nil, the default: as long as they take.
  public var maximumConnectionAgeGrace: Duration?

  /// How long a graceful shutdown waits for calls in progress before it ends them with UNAVAILABLE. Default 30 s.
  public var drainTimeout = Duration.seconds(30)

  /// How long the end of a shutdown waits for handlers that were cancelled. Default 5 s.
  public var cancellationTimeout = Duration.seconds(5)

  /// Connections that may wait to be accepted, for each address. Default 256.
  public var backlog: Int32 = 256

  /// Who gets to know of connections and of limits that were hit. Default: nobody.
  public var observer: (any ServerObserver)?

  /// A configuration that listens at these addresses.
  public init(listen: [SocketTarget] = [.tcp(host: "127.0.0.1", port: 0)]) {
    self.listen = listen
  }
}
