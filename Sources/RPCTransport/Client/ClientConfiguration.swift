public import HTTP2Session
public import RPCCore

/// How a client reaches its server and calls it.
public struct ClientConfiguration: Sendable {
  /// TLS, without which nothing is encrypted. Nil, the default: HTTP/2 in plaintext, by prior knowledge (RFC 9113 §3.3).
  public var tls: ClientTLS?

  /// Timeout of calls that set none. Default: none.
  public var defaultTimeout: Duration?

  /// Whether calls that do not say wait for a connection rather than fail while there is none. Default: they fail.
  public var waitForReady = false

  /// Largest messages, in bytes. Default: 4 MiB received, as gRPC elsewhere.
  public var messages = MessageLimits()

  /// How calls that do not say compress their requests. Default: not at all.
  public var compression = MessageEncoding.identity

  /// Windows and bounds of each connection.
  public var http2 = HTTP2Configuration()

  /// What the service's owner wants of methods: timeouts, retries, hedging, load balancing. A config that the resolver
  /// gives takes its place. Default: none.
  public var serviceConfig: ServiceConfig?

  /// The least time for a connection to be made, with the server's first SETTINGS; once the back-off is longer, that long.
  /// Default 20 s, as grpc/doc/connection-backoff.md.
  public var connectTimeout = Duration.seconds(20)

  /// Waits between attempts to connect to an address, and between attempts to resolve the name.
  public var backoff = ConnectionBackoff()

  /// Wait before the next address is tried too while one has not answered (pick_first; RFC 8305 §5). From 100 ms to 2 s.
  /// Default 250 ms.
  public var attemptDelay = Duration.milliseconds(250)

  /// Least time between two answers of the resolver. Default 30 s.
  public var resolutionInterval = Duration.seconds(30)

  /// Time without calls after which connections are closed until the next call; the check runs once in this time, so it may
  /// take up to twice as long. Default 30 min (gRFC A62).
  public var idleTimeout = Duration.seconds(1_800)

  /// PINGs that find out that the server is gone. Default: none.
  public var keepalive: Keepalive?

  /// The least `Keepalive.time` (gRFC A8); shorter ones are taken as this.
  package var minimumKeepaliveTime = Duration.seconds(10)

  /// The most attempts of one call by service config, whatever the policy says (gRFC A6). 1 turns retries and hedging
  /// off; calls that the server has never seen are repeated all the same. Default 5.
  public var maximumAttempts = 5

  /// Bytes of requests that are kept of each call so that it can be repeated; a call that sends more is not repeated.
  /// Default 256 KiB.
  public var replayBytesPerCall = 256 * 1_024

  /// The same for all calls of the channel together. Default 16 MiB.
  public var replayBytes = 16 * 1_024 * 1_024

  /// The `:authority` of calls. Default: the target's host and port, `localhost` for a socket in the file system.
  public var authority: String?

  /// What the application calls itself, such as `desk/2.1`: it stands before the library in the `user-agent` of calls
  /// (grpc/doc/PROTOCOL-HTTP2.md). Default: nothing.
  public var userAgentPrefix: String?

  var userAgent: String { UserAgent.value(prefix: userAgentPrefix) }

  /// The defaults.
  public init() {}
}
