/// What a session tells its peer and how it bounds it.
public struct HTTP2Configuration: Sendable, Hashable {
  /// Which end of the connection a session is.
  public enum Role: Sendable, Hashable {
    /// The end that accepts requests.
    case server
    /// The end that makes requests.
    case client
  }

  /// Bytes the peer may send on a stream before the application takes some (SETTINGS_INITIAL_WINDOW_SIZE).
  ///
  /// Default 1 MiB: a window bounds a stream's rate to window ÷ round-trip time, so 1 MiB carries 100 Mbit/s over
  /// 80 ms, where HTTP/2's own 64 KiB carry 6.5 Mbit/s; it is also the most a slow reader can make this side hold.
  public var streamWindow = 1_024 * 1_024

  /// Bytes the peer may send on all streams together before the application takes some.
  ///
  /// Default 16 MiB: a few stalled streams must not stop the others, and the total must not be streams × window.
  public var connectionWindow = 16 * 1_024 * 1_024

  /// Bounds on the peer.
  public var limits = HTTP2Limits()

  /// The defaults.
  public init() {}
}
