internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

/// A message that is stored as a resource. A kind of resource is its schema plus this description; the standard methods
/// are written once over it (`StandardMethods`).
protocol StoredResource: ProtobufRuntime.Message {
  var name: String { get set }
  var etag: String { get set }
  var createTime: Timestamp? { get set }
  var updateTime: Timestamp? { get set }
  var eventTime: Timestamp? { get set }
  var backfilled: Bool { get set }
  /// The record's identifiers in other systems.
  var externalIDs: [ExternalId] { get }
  /// When the record was deleted; a kind that cannot be deleted has no such field.
  mutating func setDeleteTime(_ time: Timestamp?)

  /// The type and the shape of names.
  static var resourceType: ResourceType { get }
  /// The store's kind, with the index columns. A column's `field` is what callers write in filters and orders.
  static var recordKind: RecordKind { get }
  /// The enums of the enumeration columns, by the column's field: filters name their values.
  static var indexEnumerations: [String: EnumLayout] { get }
  /// All fields of its own, in the order of the schema; those common to all resources are added by the engine.
  static var resourceFields: [ResourceField<Self>] { get }
  /// Which other records it refers to.
  static var resourceReferences: [ResourceReference<Self>] { get }
  /// The rows that stand for elements of its repeated fields.
  static var resourceLinks: [ResourceLinks<Self>] { get }

  /// The code of the division that the record lies in; empty for none.
  var divisionCode: String { get }
  /// The values of the kind's index columns (`create_time` and `update_time` are the store's own).
  var indexValues: [String: ColumnValue] { get }
  /// The resource as the change feed carries it.
  var changeResource: RedSailAPI.Change.Resource? { get }

  /// Checks what can be checked without the store; required fields and references have been.
  func validate(_ violations: inout Violations)
  /// Checks the id that a create request gives and returns the last part of the new name.
  static func newID(_ id: String, for resource: Self, field: String, _ violations: inout Violations) -> String
  /// Fills in what the server derives from other fields, before the record is written.
  mutating func derive(from name: ResourceName)
  /// Fills in what the server derives with the help of other records; those it refers to are there.
  mutating func derive(in snapshot: any StoreSnapshot) throws

  /// Checks the rules that need the store, and writes what the record needs to be there first. `before` is nil for a new
  /// record, and for one that is restored.
  static func prepare(_ resource: Self, before: Self?, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  /// The same for a record that comes with what only actions set, as an export gave it: its process may be over.
  static func prepareLoaded(_ resource: Self, named name: ResourceName, in transaction: any StoreTransaction) throws
  /// The same for a record of which a merge or a split moves references.
  static func prepareMoved(
    _ resource: Self,
    before: Self,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws
  /// Why a record is not merged into another one: they are not records of one person or thing, or what was decided of it
  /// would be lost. Nil where it may be.
  static func objection(toMerging predecessor: Self, into successor: Self, in snapshot: any StoreSnapshot) throws
    -> LocalizedText?
  /// Notes on a record that is merged or split which records take its place; most kinds have no field for it.
  mutating func setSuccessors(_ names: [String])
  /// Writes what follows from a write, after it. `before` is nil for a new record and for one that is restored, `after`
  /// for one that is deleted.
  static func didWrite(_ after: Self?, before: Self?, named name: ResourceName, in transaction: any StoreTransaction)
    throws
}

extension StoredResource {
  static var indexEnumerations: [String: EnumLayout] { [:] }
  static var resourceReferences: [ResourceReference<Self>] { [] }
  static var resourceLinks: [ResourceLinks<Self>] { [] }

  static func newID(_ id: String, for resource: Self, field: String, _ violations: inout Violations) -> String {
    if id.isEmpty { return ResourceID.random() }
    violations.id(id, field)
    return id
  }

  mutating func derive(from name: ResourceName) {}
  mutating func derive(in snapshot: any StoreSnapshot) throws {}
  static func prepare(_ resource: Self, before: Self?, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  {}
  static func prepareLoaded(_ resource: Self, named name: ResourceName, in transaction: any StoreTransaction) throws {
    try prepare(resource, before: nil, named: name, in: transaction)
  }
  static func prepareMoved(
    _ resource: Self,
    before: Self,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    try prepare(resource, before: before, named: name, in: transaction)
  }
  static func objection(toMerging predecessor: Self, into successor: Self, in snapshot: any StoreSnapshot) throws
    -> LocalizedText?
  { nil }
  mutating func setSuccessors(_ names: [String]) {}
  static func didWrite(_ after: Self?, before: Self?, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  {}
}
