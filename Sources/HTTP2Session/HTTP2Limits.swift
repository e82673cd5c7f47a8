/// Bounds on what a peer can make a session hold or do.
///
/// nghttp2 1.52 limits CONTINUATION frames, SETTINGS entries and acknowledgements; the rest is counted here.
public struct HTTP2Limits: Sendable, Hashable {
  /// Streams the peer may have open at once (SETTINGS_MAX_CONCURRENT_STREAMS). Default 1,024.
  public var concurrentStreams = 1_024

  /// Size of one header block in bytes, each field counted as name + value + 32 (RFC 9113 §6.5.2,
  /// SETTINGS_MAX_HEADER_LIST_SIZE). A larger block arrives truncated and marked; one of more than four times the size
  /// ends the connection. Default 32 KiB.
  public var headerBytes = 32 * 1_024

  /// Fields in one header block; more are dropped and the block is marked as truncated. Default 256.
  public var headerFields = 256

  /// CONTINUATION frames after one HEADERS frame; more end the connection. Default 8.
  public var continuationFrames = 8

  /// RST_STREAM frames that a client may send ("rapid reset"); more end the connection.
  /// Default 1,000 at once, 200 more a second: callers that give up on many calls are normal.
  public var peerResets = RateLimit(burst: 1_000, perSecond: 200)

  /// RST_STREAM frames that the peer's protocol errors make this side send ("MadeYouReset"); more end the connection.
  /// Resets asked for by the application do not count. Default 100 at once, 10 more a second.
  public var ownResets = RateLimit(burst: 100, perSecond: 10)

  /// Message bytes queued on one connection because the peer does not read; where more would be queued, sending fails. One
  /// message may always be queued, whatever its size. Default 32 MiB.
  public var queuedBytes = 32 * 1_024 * 1_024

  /// Frames other than DATA queued because the peer does not read; more end the connection. Two for each concurrent
  /// stream come on top. Default 2,000: a peer that sends a PING with every message stays far below, since what can
  /// be written leaves the queue after each read.
  public var queuedControlFrames = 2_000

  /// The defaults.
  public init() {}
}
