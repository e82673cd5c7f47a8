/// Which stream numbers a client has passed over, to tell the reuse of one (a connection error, RFC 9113 §5.1.1) from
/// what still arrives for a stream that has closed (ignored, §5.1).
struct PeerStreams {
  /// Clients that skip numbers are rare; of one that does it over and over only the last gaps are remembered.
  private static let maximumGaps = 16

  private var last: Int32 = -1
  private var gaps: [ClosedRange<Int32>] = []

  /// Notes a stream that HEADERS are for. False if its number was passed over before.
  mutating func open(_ id: Int32) -> Bool {
    guard id <= last else {
      if id > last + 2 {
        if gaps.count == Self.maximumGaps { gaps.removeFirst() }
        gaps.append(last + 2...id - 2)
      }
      last = id
      return true
    }
    return gaps.isEmpty || !gaps.contains { $0.contains(id) }
  }
}
