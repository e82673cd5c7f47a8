/// How a client makes sure whom it talks to, and proves who it is: TLS 1.2 or 1.3, with `h2` agreed on by ALPN (RFC 7301).
public struct ClientTLS: Sendable, Hashable {
  /// PEM file with the authorities to trust. Nil, the default, trusts those of the system.
  public var authorityFile: String?

  /// The name that the server's certificate has to carry, also sent as SNI. Default: the target's host; a socket in the
  /// file system needs one.
  public var serverName: String?

  /// PEM file with the client's certificate, followed by those that lead from it to an authority (mutual TLS). Nil, the
  /// default: the client shows none.
  public var certificateFile: String?

  /// PEM file with the private key of the certificate, not encrypted.
  public var privateKeyFile: String?

  /// TLS that trusts the authorities of a file, or else those of the system.
  public init(authorityFile: String? = nil, serverName: String? = nil) {
    self.authorityFile = authorityFile
    self.serverName = serverName
  }
}
