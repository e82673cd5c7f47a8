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

  /// Time for a connection to be made, with the server's first SETTINGS. Default 20 s, as grpc/doc/connection-backoff.md.
  public var connectTimeout = Duration.seconds(20)

  /// Waits between attempts to connect.
  public var backoff = ConnectionBackoff()

  /// The `:authority` of calls. Default: the target's host and port, `localhost` for a socket in the file system.
  public var authority: String?

  /// What the application calls itself, such as `desk/2.1`: it stands before the library in the `user-agent` of calls
  /// (grpc/doc/PROTOCOL-HTTP2.md). Default: nothing.
  public var userAgentPrefix: String?

  var userAgent: String { UserAgent.value(prefix: userAgentPrefix) }

  /// The defaults.
  public init() {}
}
