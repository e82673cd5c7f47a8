/// Why a session cannot go on, or refuses a call.
public enum HTTP2SessionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The peer's bytes are not HTTP/2, or break it in a way that leaves nothing to answer.
  case peerViolation(String)
  /// A bound of ``HTTP2Limits`` was reached.
  case limitReached(HTTP2Limit)
  /// The headers to send are larger than `limit` bytes.
  case headersTooLarge(bytes: Int, limit: Int)
  /// The stream is closed, or its sending side already ended.
  case streamEnded
  /// No stream can be opened any more: the connection is going away or its stream numbers are used up.
  case noNewStreams
  /// nghttp2 failed for a reason of its own (out of memory).
  case library(String)

  /// One line for logs.
  public var description: String {
    switch self {
    case .peerViolation(let reason): "the peer broke HTTP/2: \(reason)"
    case .limitReached(let limit): "the connection reached its limit \(limit.rawValue)"
    case .headersTooLarge(let bytes, let limit): "headers of \(bytes) bytes, where \(limit) can be sent"
    case .streamEnded: "the stream has ended"
    case .noNewStreams: "the connection accepts no new streams"
    case .library(let reason): "nghttp2: \(reason)"
    }
  }
}
