/// How a server proves who it is, and whether its clients have to: TLS 1.2 or 1.3, with `h2` agreed on by ALPN (RFC 7301).
public struct ServerTLS: Sendable, Hashable {
  /// PEM file with the server's certificate, followed by those that lead from it to an authority.
  public var certificateFile: String

  /// PEM file with the private key of the certificate, not encrypted.
  public var privateKeyFile: String

  /// PEM file with the authorities whose certificates clients may show (mutual TLS). Nil, the default: clients are not
  /// asked for one.
  public var clientAuthorityFile: String?

  /// Whether a client without a certificate is turned away, where ``clientAuthorityFile`` is set. Default true.
  public var requiresClientCertificate = true

  /// How often the files are looked at; changed ones count for the connections made from then on. Nil: only
  /// ``RPCServer/reloadCertificates()`` does. Default 30 s.
  public var reloadInterval: Duration? = .seconds(30)

  /// TLS with these files.
  public init(certificateFile: String, privateKeyFile: String, clientAuthorityFile: String? = nil) {
    self.certificateFile = certificateFile
    self.privateKeyFile = privateKeyFile
    self.clientAuthorityFile = clientAuthorityFile
  }
}
