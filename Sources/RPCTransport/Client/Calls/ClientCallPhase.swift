internal import HTTP2Session

/// How far a client's call has come.
enum ClientCallPhase: Equatable {
  /// What of the response has come.
  enum Progress {
    /// Nothing; the headers are awaited.
    case head
    /// The headers; messages or trailers follow.
    case body
  }

  /// On its way to the loop.
  case new
  /// Cancelled on its way to the loop.
  case cancelledEarly
  /// In the queue of its channel.
  case waiting
  /// Between two attempts.
  case backingOff
  /// It has a stream.
  case open(ClientConnection, HTTP2Stream, Progress)
  /// It has its status.
  case over

  static func == (left: ClientCallPhase, right: ClientCallPhase) -> Bool {
    switch (left, right) {
    case (.new, .new), (.cancelledEarly, .cancelledEarly), (.waiting, .waiting), (.backingOff, .backingOff),
      (.over, .over):
      true
    case (.open(_, let left, let progress), .open(_, let right, let other)): left === right && progress == other
    default: false
    }
  }
}
