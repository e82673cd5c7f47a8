/// Where a read looks, how far it sees, and how fresh it must be.
public struct ReadContext: Sendable {
  /// The city that is read.
  public var city: String

  /// What the caller may see.
  public var scope: Scope

  /// The lowest revision of the city that the read must include (read-your-writes). One that the city has not reached
  /// is refused with `StoreError.revisionAhead`.
  public var floor: Revision?

  /// The moment that the read goes back to; nil: the present. Records and reports are as they stood then, and the same
  /// whenever they are asked for again; side rows, external keys and changes are always the present ones.
  ///
  /// Throws `StoreError.compacted` where the change log no longer reaches back that far, and `revisionAhead` for a
  /// revision that the city has not reached.
  public var asOf: AsOf?

  /// Which connections serve the read; a read with `asOf` has connections of its own.
  public var lane: Lane

  /// Two classes of reads that do not wait for each other.
  public enum Lane: Sendable, Hashable {
    /// Point reads, pages, feeds: short.
    case lookup
    /// Counts and aggregates over many records.
    case report
  }

  /// Makes a context.
  public init(city: String, scope: Scope, floor: Revision? = nil, asOf: AsOf? = nil, lane: Lane = .lookup) {
    self.city = city
    self.scope = scope
    self.floor = floor
    self.asOf = asOf
    self.lane = lane
  }
}
