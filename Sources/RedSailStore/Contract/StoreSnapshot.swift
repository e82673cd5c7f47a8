/// A consistent view of one city, narrowed to a scope; valid only inside the closure that it is handed to.
///
/// With `ReadContext.asOf` records, lists, counts, aggregates and divisions are as they stood then; `purgeable`, `side`,
/// `owner` and `changes` always tell the present.
///
/// All functions block on the database and throw `StoreError`.
public protocol StoreSnapshot {
  /// The city that is read.
  var city: String { get }

  /// What is seen.
  var scope: Scope { get }

  /// The city's latest revision in this view, or that of `ReadContext.asOf`; 0 before its first change.
  func revision() throws -> Revision

  /// The record of this name, soft-deleted or not; nil if there is none in scope.
  func record(_ kind: RecordKind, named name: String) throws -> Record?

  /// The records of these names in their order, nil where there is none in scope.
  func records(_ kind: RecordKind, named names: [String]) throws -> [Record?]

  /// One page of records.
  func list(_ query: ListQuery) throws -> RecordPage

  /// How many records match.
  func count(_ kind: RecordKind, where filter: RecordFilter) throws -> Int

  /// Counts, sums and extremes by group, ordered by the group's values.
  func aggregate(_ query: AggregateQuery) throws -> [AggregateRow]

  /// Soft-deleted records whose purge time has come, oldest first.
  func purgeable(_ kind: RecordKind, at time: Instant, limit: Int) throws -> [Record]

  /// Personal or party data of a subject.
  func side(_ kind: String, subject: String) throws -> SideRecord?

  /// The name of the record that took an external key, whether it still exists or not.
  func owner(of key: ExternalKey) throws -> String?

  /// Changes after a revision, in order.
  func changes(_ query: ChangeQuery) throws -> ChangePage

  /// All changes of a record that has not been purged, oldest first; those compacted away are missing.
  func history(of record: Record) throws -> [Change]

  /// The city's divisions in order of code, whatever the scope.
  func divisions() throws -> [DivisionNode]

  /// A division's code and those of its explicit parents, nearest first, whatever the scope; empty for no division.
  /// Throws `unknownDivision`.
  func ancestry(of division: String) throws -> [String]

  /// The stamp that `StoreTransaction.renewStamp(_:)` gave last, whatever the scope; empty for none. Views of a city with
  /// the same stamp see the same of what it stands for, so it is a key for what is computed from that.
  func stamp(_ name: String) throws -> [UInt8]

  /// The same view without narrowing: for what holds for everybody, such as the rules of the city, never for an answer.
  func unnarrowed() throws -> any StoreSnapshot
}
