/// The two clocks of a record: when a thing happened, and when it was written down.
public struct ActionTimes: Sendable, Hashable {
  /// How long after an event an entry may be late and still be judged by the event's time: 24 hours, for the grid app's
  /// offline work.
  public static let defaultOfflineAllowance: Int64 = 24 * 3_600

  /// When it happened, as the consuming system says.
  public let event: UnixTime

  /// When the server wrote it down.
  public let record: UnixTime

  /// The time by which deadlines are judged: the record's, or the event's for an entry within the offline allowance
  /// or of an agency that loads history.
  public let judged: UnixTime

  /// Whether the entry came later than the offline allowance (补录); counted beside every rate.
  public let isBackfilled: Bool

  /// Makes the times of an action.
  ///
  /// - Parameters:
  ///   - event: When it happened.
  ///   - record: When the server writes it down.
  ///   - offlineAllowance: How late an entry may be and still be judged by `event`, in seconds.
  ///   - loadsHistory: Whether the agency holds the grant to load history.
  public init(
    event: UnixTime,
    record: UnixTime,
    offlineAllowance: Int64 = defaultOfflineAllowance,
    loadsHistory: Bool = false
  ) {
    self.event = event
    self.record = record
    isBackfilled = event.advanced(bySeconds: offlineAllowance) < record
    judged = loadsHistory || !isBackfilled ? event : record
  }

  /// Checks that the event lies neither in the future nor before the record's last event; the same second is allowed.
  ///
  /// - Parameter last: The time of the record's last event, or nil where this is the first.
  public func check(after last: UnixTime?) throws(EventTimeError) {
    guard event <= record else { throw .inFuture(event: event, record: record) }
    if let last, event < last { throw .beforeLast(event: event, last: last) }
  }
}
