public import RPCCore

/// What happens to a server's connections. Calls are not among it: interceptors see those.
public enum ServerEvent: Sendable {
  /// A connection was accepted, and its handshake begins.
  case connectionAccepted
  /// The TLS handshake is over, where there is one: a peer can make calls.
  case connectionStarted(Peer)
  /// An accepted connection is closed; the reason where something was wrong.
  case connectionEnded(reason: String?)
  /// A peer, known by its address where there is one, ran into a limit.
  case limitReached(ServerLimit, peer: String?)
  /// The TLS files were read, at the start or because they had changed, and count for new connections.
  case certificatesReloaded
  /// The TLS files cannot be used; those read before stay in use.
  case certificatesRefused(TLSFileError)
}
