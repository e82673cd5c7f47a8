/// A moment that a read goes back to, by either clock or both; what is nil is not cut.
///
/// Of each record the last version counts that was recorded by `revision` and happened by `eventTime`. Records created
/// later do not exist, records deleted by then are deleted, records purged since exist again. The event time is the
/// column `event_time`, which never decreases over a record's versions; kinds without it are cut by revision alone.
/// The tree of divisions, and with it what a scope and a subtree include, is the one of `revision`.
public struct AsOf: Sendable, Hashable {
  /// The last revision of the city that counts (record clock); nil: the latest.
  public var revision: Revision?

  /// The last moment in the world that counts (event clock), included; nil: no cut.
  public var eventTime: Instant?

  /// The names of the kinds that `eventTime` cuts; nil: all that have event times. Kinds whose records say themselves
  /// from when to when they hold are better asked by those dates.
  public var eventKinds: Set<String>?

  /// Makes a moment.
  public init(revision: Revision? = nil, eventTime: Instant? = nil, eventKinds: Set<String>? = nil) {
    self.revision = revision
    self.eventTime = eventTime
    self.eventKinds = eventKinds
  }

  /// The last moment that counts for a kind.
  func eventTime(of kind: String) -> Instant? {
    eventKinds?.contains(kind) ?? true ? eventTime : nil
  }
}
