/// A write transaction's view: everything that `StoreSnapshot` reads, including what this transaction wrote, and the
/// writes. If the closure throws, nothing of it remains.
///
/// Each change of a record takes the city's next revision and leaves its entry in the change log. `bytes` closures get the
/// stamp (revision, etag, times) that the record will carry and return the record's new protobuf bytes.
/// `columns` gives the values by column name: those absent are unset.
public protocol StoreTransaction: StoreSnapshot {
  /// Who is written into the change log.
  var actor: String { get }

  /// The record time of all changes in this transaction.
  var time: Instant { get }

  /// Runs a closure of which nothing remains if it throws, while what was written before it stays. Throws what the
  /// closure throws.
  func attempt<Answer>(_ body: () throws -> Answer) throws -> Answer

  /// Adds a record. Throws `alreadyExists`, `notUnique`, `unknownDivision`, `outOfScope`.
  @discardableResult
  func create(
    _ kind: RecordKind,
    name: String,
    division: String,
    columns: [String: ColumnValue],
    bytes: (RecordStamp) throws -> [UInt8]
  ) throws -> Record

  /// Changes a record that this transaction has read or written last; its deletion mark stays as it is.
  /// Throws `staleRecord`, `notUnique`, `unknownDivision`, `outOfScope`.
  @discardableResult
  func update(
    _ record: Record,
    division: String,
    columns: [String: ColumnValue],
    bytes: (RecordStamp) throws -> [UInt8]
  ) throws -> Record

  /// Marks a record as deleted (AIP-164); columns stay, except that `event_time` follows the bytes. It may be purged from `purgeTime` on.
  @discardableResult
  func delete(_ record: Record, purgeTime: Instant, bytes: (RecordStamp) throws -> [UInt8]) throws -> Record

  /// Takes the deletion mark away; columns stay, except that `event_time` follows the bytes.
  @discardableResult
  func undelete(_ record: Record, bytes: (RecordStamp) throws -> [UInt8]) throws -> Record

  /// Removes a record for good; the change log keeps its history until compacted, external keys stay taken.
  func purge(_ record: Record) throws

  /// Takes an external key for a record for ever. Throws `externalKeyTaken`; the same name may take it again.
  func take(_ key: ExternalKey, for name: String) throws

  /// Writes personal or party data, replacing the subject's row of this kind.
  func put(_ side: SideRecord) throws

  /// Erases the subject's row of this kind; true if there was one.
  @discardableResult
  func eraseSide(_ kind: String, subject: String) throws -> Bool

  /// Defines a division or moves it, with all below it, to another parent. Records in a moved subtree get an entry in
  /// the change log each, so that consumers on both sides see them leave or arrive.
  func define(_ division: DivisionNode) throws

  /// Gives the city a new stamp of this name, never used before: for whoever changes what it stands for.
  func renewStamp(_ name: String) throws

  /// The first answer to a request, if it was answered; throws `requestIDReused` if the id was used for another request.
  func answer(to key: IdempotencyKey) throws -> [UInt8]?

  /// Remembers the answer to a request. `answer(to:)` must have returned nil.
  func remember(_ answer: WriteAnswer, to key: IdempotencyKey) throws
}
