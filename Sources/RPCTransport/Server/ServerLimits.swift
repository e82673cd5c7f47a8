/// Bounds on what all peers of a server together, or one of them, can make it hold; those of HTTP/2 itself are in
/// `HTTP2Limits`. Whatever is hit is told to the server's ``ServerObserver``.
public struct ServerLimits: Sendable, Hashable {
  /// Connections open at once, those in their handshake among them; more are closed as soon as they are accepted.
  /// Default 10,000.
  public var connections = 10_000

  /// Connections open at once from one address; for IPv6, from one /64 network, which is what one customer gets. Sockets
  /// in the file system do not count. Default 1,000: a proxy may bring the connections of many clients.
  public var connectionsPerAddress = 1_000

  /// Calls whose handlers run at once, over all connections; more end with UNAVAILABLE. Default 10,000.
  public var calls = 10_000

  /// Time from the acceptance of a connection to its first SETTINGS, the TLS handshake included. Default 20 s, what a gRPC
  /// client allows for it too (grpc/doc/connection-backoff.md).
  public var handshakeTime = Duration.seconds(20)

  /// Time in which a peer has to take 16 KiB of what waits for it, or all that waits if that is less; otherwise its
  /// connection is closed. It waits where the peer leaves its flow-control windows or its socket full.
  /// Default 5 minutes: a reader may pause.
  public var stallTime = Duration.seconds(300)

  /// Bytes of requests that are still incomplete, on one connection. Beyond them only the call that began first gets its
  /// window opened, so that the connection goes on. Default 16 MiB.
  public var requestBytes = 16 * 1_024 * 1_024

  /// The defaults.
  public init() {}
}
