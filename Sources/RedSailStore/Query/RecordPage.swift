/// One page of records.
public struct RecordPage: Sendable, Hashable {
  /// The records in order.
  public let records: [Record]

  /// Where the next page starts; nil if this is the last.
  public let next: PageCursor?

  /// The city's revision that the page was read at: a change feed started here misses nothing that the page lacks.
  public let revision: Revision
}
