/// How far the response of a call has come.
enum ResponsePhase {
  /// Nothing was sent.
  case idle
  /// The headers were sent; messages or trailers follow.
  case open
  /// Trailers were sent, or the stream is gone.
  case ended
}
