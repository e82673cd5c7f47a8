internal import NIOCore

#if canImport(Glibc)
  internal import Glibc
#endif

extension Channel {
  /// Lets the system find out that the other machine is gone, however still the connection is: a probe after 30 s of
  /// silence, three more 10 s apart, and 30 s for what was sent to be acknowledged (RFC 1122 §4.2.3.6, RFC 5482). A call on
  /// a connection that nobody is behind then ends with UNAVAILABLE within a minute or so, instead of never.
  ///
  /// A peer that lives but does not answer is not found this way. Where the system has no such options, nothing is set.
  func watchForDeadPeer() {
    #if canImport(Glibc)
      guard let options = syncOptions else { return }
      // A unix socket has none of these, and needs none.
      try? options.setOption(.socketOption(.so_keepalive), value: 1)
      for (name, value) in [(TCP_KEEPIDLE, 30), (TCP_KEEPINTVL, 10), (TCP_KEEPCNT, 3), (TCP_USER_TIMEOUT, 30_000)] {
        try? options.setOption(.tcpOption(NIOBSDSocket.Option(rawValue: CInt(name))), value: value)
      }
    #endif
  }
}
