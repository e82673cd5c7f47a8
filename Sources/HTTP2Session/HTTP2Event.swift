public import NIOCore

/// What a peer's bytes, or the sending of our own, meant.
public enum HTTP2Event {
  /// A complete header block: a request's or response's headers, or trailers.
  case headers(HTTP2Stream, HeaderBlock, endOfStream: Bool)
  /// Part of a body, a slice of the bytes that were received. Give its size back by
  /// ``HTTP2Session/consume(_:bytes:)`` once the application has taken it; until then it fills the peer's window.
  case data(HTTP2Stream, ByteBuffer)
  /// The body is complete.
  case endOfStream(HTTP2Stream)
  /// As many bytes of a stream's queue were drained; only for streams with ``HTTP2Stream/reportsSent``.
  case sent(HTTP2Stream, bytes: Int)
  /// The stream is gone, whoever ended it; nothing follows for it.
  case closed(HTTP2Stream, HTTP2ErrorCode)
  /// The peer's settings arrived; more streams may be possible.
  case settings
  /// The peer accepts no streams above `lastStream`. Those of ours above it are closed with REFUSED_STREAM.
  case goAway(lastStream: Int32, HTTP2ErrorCode)
  /// The peer sent a PING, which is answered by itself. `followsContent` where message bytes came, or headers or message
  /// bytes were sent, since the PING before it: peers measure the bandwidth that way.
  case ping(followsContent: Bool)
  /// A PING of ours came back with these eight bytes; ``HTTP2Session/shutdownPing`` where the peer has seen the first
  /// GOAWAY of a graceful shutdown.
  case pingAcknowledged(UInt64)
  /// The peer ran into a limit.
  case limitReached(HTTP2Limit)
}
