/// Everything that the store itself refuses or reports; errors thrown by a caller's closure pass through unchanged.
public enum StoreError: Error, Sendable, Hashable {
  /// A declaration of the schema is wrong.
  case invalidSchema(String)
  /// The kind is not in the schema.
  case unknownKind(String)
  /// The column is not declared; `known` lists those that are.
  case unknownColumn(kind: String, column: String, known: [String])
  /// The column has no index, so a filter on it alone would read every record.
  case unindexableFilter(kind: String, column: String, reason: String)
  /// No index yields this order; `supported` lists those that do.
  case unindexableOrder(kind: String, columns: [String], supported: [[String]])
  /// The value is not of the column's type.
  case typeMismatch(kind: String, column: String, expected: ColumnType, found: ColumnValue)
  /// A name or text holds U+0000, which not every backend can keep.
  case invalidText(what: String)
  /// The query is larger than the store accepts.
  case queryTooComplex(limit: Int, what: String)
  /// The page cursor was made for another order.
  case cursorMismatch
  /// A live or soft-deleted record of this name exists.
  case alreadyExists(kind: String, name: String)
  /// Another record of the city has the same value in columns declared unique.
  case notUnique(kind: String, columns: [String])
  /// The external key was taken by the record `owner`.
  case externalKeyTaken(ExternalKey, owner: String)
  /// The record was changed since the transaction read it, or is of another city or transaction.
  case staleRecord(kind: String, name: String)
  /// The division is not defined in the city.
  case unknownDivision(city: String, code: String)
  /// The division's code or parent cannot be used.
  case invalidDivision(city: String, code: String, reason: String)
  /// The record's kind or division lies outside the caller's scope.
  case outOfScope(kind: String, name: String)
  /// The `request_id` was used before with another method or payload.
  case requestIDReused(requestID: String, firstMethod: String)
  /// Changes up to `floor` have been compacted away: a reader must start over from a listing.
  case compacted(floor: Revision)
  /// The revision asked for lies beyond the city's latest.
  case revisionAhead(asked: Revision, latest: Revision)
  /// Another process has the directory open.
  case directoryInUse(path: String, holder: String)
  /// The file is not a RedSail database.
  case notAStore(path: String, reason: String)
  /// The database was written by a newer program.
  case newerDatabase(what: String, found: Int, supported: Int)
  /// The database's integrity check found faults.
  case damaged([String])
  /// The shared transaction could not be committed; nothing of it was kept.
  case commitFailed(String)
  /// The store has been closed.
  case closed
}
