/// How many streams a client keeps open on a connection, below the limit that the server states.
///
/// A server may refuse a stream although its limit is kept: it counts a stream that has ended until it has cleared it
/// away (gRPC's C core does), so a client that opens the next one at once is ahead of it. Opening the same number again
/// would be refused again. So a refusal lowers the number to three quarters of what was open then, before one call has been
/// refused too often, and as many streams that end without one raise it by one.
struct StreamRoom: Sendable, Hashable {
  /// The most streams that may be open, beside the server's own limit.
  private(set) var limit = Int.max
  private var endings = 0

  /// The server has refused a stream while so many others were open.
  mutating func refused(open: Int) {
    limit = max(1, min(limit, open - open / 4))
    endings = 0
  }

  /// A stream has ended without a refusal.
  mutating func ended() {
    guard limit != .max else { return }
    endings += 1
    guard endings >= limit else { return }
    endings = 0
    limit += 1
  }
}
