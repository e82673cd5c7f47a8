internal import RPCCore
internal import RedSailModel
internal import RedSailStore

/// The two clocks of one write.
struct EventMoment: Sendable {
  /// When it happened.
  var event: Instant
  /// When the server writes it down.
  let record: Instant
  /// The time by which deadlines are judged.
  let judged: Instant
  /// Whether it was entered late.
  var isBackfilled: Bool

  /// Settles the times of a write.
  ///
  /// - Parameters:
  ///   - requested: The request's `event_time`, checked not to lie in the future; nil for now.
  ///   - record: The transaction's time. A batch of writes may have begun just before the request was checked: then the
  ///     event's time stands for both.
  init(_ requested: Instant?, record: Instant, caller: Caller) {
    let event = requested ?? record
    let times = ActionTimes(
      event: event.unixTime,
      record: max(record, event).unixTime,
      offlineAllowance: caller.offlineAllowance,
      loadsHistory: caller.loadsHistory
    )
    self.event = event
    self.record = record
    isBackfilled = times.isBackfilled
    judged = times.judged == times.event ? event : record
  }

  /// The times of a write that follows from another one, whose times are settled.
  init(event: Instant, record: Instant, isBackfilled: Bool) {
    self.event = event
    self.record = record
    judged = record
    self.isBackfilled = isBackfilled
  }

  /// Throws if the event lies before the record's last one; the same second is allowed.
  func check(after last: Instant?, of name: String) throws(RPCError) {
    guard let last, event.unixTime < last.unixTime else { return }
    throw Failure.eventTimeBeforeLast(name, last: last.text, came: event.text)
  }
}
