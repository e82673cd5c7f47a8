internal import NIOSSL

/// Why a TLS connection did not come about.
enum TLSHandshakeError: Error, CustomStringConvertible {
  /// The peer did not choose, or did not offer, `h2` by ALPN.
  case noHTTP2(agreed: String?)
  /// The peer's certificate was verified but cannot be read.
  case unreadableCertificate(String)
  /// The server's certificate is for others.
  case wrongName(expected: ServerName)
  /// What the TLS library says.
  case failed(String)

  init(_ error: NIOSSLError) {
    switch error {
    case .handshakeFailed(.sslError(let stack)): self = .failed(stack.map(\.description).joined(separator: ", "))
    default: self = .failed("\(error)")
    }
  }

  var description: String {
    switch self {
    case .noHTTP2(nil): "the TLS handshake agreed on no application protocol, expected h2"
    case .noHTTP2(let agreed?): "the TLS handshake agreed on the application protocol \(agreed), expected h2"
    case .unreadableCertificate(let reason): "the peer's certificate cannot be read: \(reason)"
    case .wrongName(let name): "the TLS handshake failed: the server's certificate is not for \(name)"
    case .failed(let reason): "the TLS handshake failed: \(reason)"
    }
  }
}
