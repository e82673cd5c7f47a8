internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// What one entry of a bulk call does to its record.
struct RecordChange<Resource: StoredResource>: Sendable {
  private let resource: Resource
  private let request: RecordRequest
  private let referrers: Referrers
  /// The name that the entry gives; nil for none.
  private let name: ResourceName?

  /// Where the record's fields stand in the entry.
  private static var path: String { "record.\(Resource.resourceType.field)" }

  /// Checks what can be checked without the store.
  init(
    _ resource: Resource,
    _ request: RecordRequest,
    _ referrers: Referrers,
    _ violations: inout Violations
  ) throws(RPCError) {
    self.resource = resource
    self.request = request
    self.referrers = referrers
    let isLoadedHere = ExchangeKind.byType[Resource.resourceType.name]?.isImported ?? false
    if !isLoadedHere {
      violations.add(
        Self.path,
        .invalidField,
        LocalizedText(
          "a \(Resource.resourceType.field) is not loaded here; tickets are loaded by ImportTickets",
          "此处不能导入该类记录，工单请用 ImportTickets 导入"
        )
      )
      throw violations.error
    }
    let nameField = "\(Self.path).name"
    name = violations.reference(resource.name, nameField, of: Resource.resourceType, in: request.city)
    switch request.mode {
    case .delete:
      if resource.name.isEmpty && resource.externalIDs.isEmpty { violations.missing(nameField) }
    case .upsert, .unrecognized: break
    case .unspecified, .restore:
      violations.inside(Self.path) { resource.validateAll(in: request.city, &$0) }
    }
    try violations.check()
  }

  /// Does it.
  func apply(in transaction: any StoreTransaction) throws -> RecordIntake.Applied {
    let moment = EventMoment(request.eventTime, record: transaction.time, caller: request.caller)
    let found = try find(in: transaction)
    switch request.mode {
    case .delete: return try delete(found, moment, in: transaction)
    case .upsert: if let found { return try update(found, moment, in: transaction) }
    case .unspecified, .restore, .unrecognized:
      if let found {
        let name = found.record.name
        guard try found.record.deleteTime == nil && isSame(as: found) else { throw Failure.nameTaken(name) }
        return RecordIntake.Applied(outcome: .present, record: found.record, isNameChosen: false)
      }
    }
    return try create(moment, in: transaction)
  }

  /// The record that is there: of the entry's name or, without one, with the first of its external ids.
  private func find(in transaction: any StoreTransaction) throws -> StoredRecord<Resource>? {
    var known = name?.text
    if known == nil, let id = resource.externalIDs.first {
      known = try ExternalIDRows.owners(of: id, types: [Resource.resourceType], limit: 1, in: transaction).first
    }
    guard let known, let record = try transaction.record(Resource.recordKind, named: known) else { return nil }
    return try StoredRecord(record)
  }

  private func parsed(_ name: String) throws -> ResourceName {
    guard let parsed = Resource.resourceType.parse(name) else { throw Failure.notFound(name) }
    return parsed
  }

  private func create(_ moment: EventMoment, in transaction: any StoreTransaction) throws -> RecordIntake.Applied {
    var violations = Violations()
    if request.mode == .upsert {
      violations.inside(Self.path) { resource.validateAll(in: request.city, &$0) }
    }
    let id = newID(&violations)
    try violations.check()
    let text = Resource.resourceType.name(city: request.city, id: id)
    let stored = try transaction.create(
      resource,
      named: ResourceName(text: text, city: request.city, id: id),
      moment,
      keepingOutputs: request.mode == .restore
    )
    return RecordIntake.Applied(outcome: .created, record: stored.record, isNameChosen: name == nil)
  }

  /// The last part of the new name. What a kind says of new records only does not hold for one that is restored.
  private func newID(_ violations: inout Violations) -> String {
    var found = Violations()
    let field = "\(Self.path).name"
    let id = Resource.newID(name?.id ?? "", for: resource, field: field, &found)
    for violation in found.all where request.mode != .restore || violation.field == field {
      violations.add(violation.field, violation.reason, violation.text, metadata: violation.metadata)
    }
    return id
  }

  private func update(
    _ stored: StoredRecord<Resource>,
    _ moment: EventMoment,
    in transaction: any StoreTransaction
  ) throws -> RecordIntake.Applied {
    guard stored.record.deleteTime == nil else { throw Failure.deleted(stored.record.name) }
    try stored.check(etag: resource.etag)
    var violations = Violations()
    let mask = UpdateMask<Resource>(.with { $0.paths = ["*"] }, &violations)
    var changed = stored.resource
    violations.inside("record") { changed = mask.apply(resource, to: stored.resource, &$0) }
    violations.inside(Self.path) { changed.validateAll(in: request.city, &$0) }
    try violations.check()
    let name = try parsed(stored.record.name)
    changed.derive(from: name)
    if changed == stored.resource {
      return RecordIntake.Applied(outcome: .present, record: stored.record, isNameChosen: false)
    }
    let updated = try transaction.update(stored, to: changed, named: name, moment)
    return RecordIntake.Applied(outcome: .updated, record: updated.record, isNameChosen: false)
  }

  private func delete(
    _ stored: StoredRecord<Resource>?,
    _ moment: EventMoment,
    in transaction: any StoreTransaction
  ) throws -> RecordIntake.Applied {
    guard let stored else { throw Failure.notFound(name?.text ?? resource.externalIDs.first?.id ?? "") }
    let name = stored.record.name
    guard stored.record.deleteTime == nil else { throw Failure.deleted(name) }
    try stored.check(etag: resource.etag)
    let deleted = try transaction.delete(stored, named: parsed(name), moment, referrers: referrers)
    return RecordIntake.Applied(outcome: .deleted, record: deleted.record, isNameChosen: false)
  }

  /// Whether a record has the content that the entry would create.
  private func isSame(as stored: StoredRecord<Resource>) throws -> Bool {
    var given = resource
    given.derive(from: try parsed(stored.record.name))
    return Resource.resourceFields.allSatisfy { field in
      (request.mode != .restore && field.behaviour == .outputOnly) || field.isEqual(given, stored.resource)
    }
  }
}
