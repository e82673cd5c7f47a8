internal import RedSailAPI
internal import RedSailStore

/// The writes of a resource: references and rules are checked, the server's fields are stamped, what follows is written.
extension StoreTransaction {
  /// Adds a resource. What callers write into output fields is not read, unless the resource is one that is restored as
  /// it was.
  @discardableResult
  func create<Resource: StoredResource>(
    _ resource: Resource,
    named name: ResourceName,
    _ moment: EventMoment,
    keepingOutputs: Bool = false
  ) throws -> StoredRecord<Resource> {
    var resource = resource
    resource.name = name.text
    if !keepingOutputs { resource.clearOutputFields() }
    // Before the columns are read: a column has it.
    resource.eventTime = .init(moment.event)
    resource.derive(from: name)
    try checkReferences(of: resource, before: nil)
    try resource.derive(in: self)
    if keepingOutputs {
      try Resource.prepareLoaded(resource, named: name, in: self)
    } else {
      try Resource.prepare(resource, before: nil, named: name, in: self)
    }
    let record = try create(
      Resource.recordKind,
      name: name.text,
      division: resource.divisionCode,
      columns: resource.indexValues
    ) { stamp in
      resource.set(stamp, moment)
      return try resource.serialized()
    }
    try writeConsequences(resource, before: nil, named: name)
    return StoredRecord(record, resource)
  }

  /// Changes a resource that this transaction has read or written last.
  ///
  /// - Parameter isMoved: A merge or a split moves its references.
  @discardableResult
  func update<Resource: StoredResource>(
    _ stored: StoredRecord<Resource>,
    to changed: Resource,
    named name: ResourceName,
    _ moment: EventMoment,
    isMoved: Bool = false
  ) throws -> StoredRecord<Resource> {
    var resource = changed
    resource.eventTime = .init(moment.event)
    resource.derive(from: name)
    try moment.check(after: stored.lastEvent, of: name.text)
    try checkReferences(of: resource, before: stored.resource)
    try resource.derive(in: self)
    if isMoved {
      try Resource.prepareMoved(resource, before: stored.resource, named: name, in: self)
    } else {
      try Resource.prepare(resource, before: stored.resource, named: name, in: self)
    }
    let record = try update(stored.record, division: resource.divisionCode, columns: resource.indexValues) { stamp in
      resource.set(stamp, moment)
      return try resource.serialized()
    }
    try writeConsequences(resource, before: stored.resource, named: name)
    // A merge moves all that refers to the division itself.
    if !isMoved { try moveFollowers(of: resource, before: stored.resource, named: name, moment) }
    return StoredRecord(record, resource)
  }

  private func moveFollowers<Resource: StoredResource>(
    of resource: Resource,
    before: Resource,
    named name: ResourceName,
    _ moment: EventMoment
  ) throws {
    guard Resource.resourceType != .division, resource.divisionCode != before.divisionCode,
      !resource.divisionCode.isEmpty
    else { return }
    let move = DivisionMove(
      from: ResourceType.division.name(city: name.city, id: before.divisionCode),
      to: ResourceType.division.name(city: name.city, id: resource.divisionCode),
      field: "\(Resource.resourceType.field).division",
      moment: moment
    )
    try move.follow(name.text, Resource.resourceType, in: self)
  }

  /// Marks a live resource as deleted.
  func delete<Resource: StoredResource>(
    _ stored: StoredRecord<Resource>,
    named name: ResourceName,
    _ moment: EventMoment,
    referrers: Referrers
  ) throws -> StoredRecord<Resource> {
    var resource = stored.resource
    try moment.check(after: stored.lastEvent, of: name.text)
    if let referrer = try referrers.first(of: name, type: Resource.resourceType, in: self) {
      throw Failure.stillReferenced(name.text, by: referrer)
    }
    let record = try delete(stored.record, purgeTime: time.adding(days: Retention.deletedDays)) { stamp in
      resource.set(stamp, moment)
      return try resource.serialized()
    }
    try writeConsequences(nil, before: resource, named: name)
    return StoredRecord(record, resource)
  }

  /// Takes a resource's deletion back; all rules hold for it again.
  func undelete<Resource: StoredResource>(
    _ stored: StoredRecord<Resource>,
    named name: ResourceName,
    _ moment: EventMoment
  ) throws -> StoredRecord<Resource> {
    var resource = stored.resource
    try moment.check(after: stored.lastEvent, of: name.text)
    try checkNotSucceeded(name.text)
    try checkReferences(of: resource, before: nil)
    try Resource.prepare(resource, before: nil, named: name, in: self)
    let record = try undelete(stored.record) { stamp in
      resource.set(stamp, moment)
      return try resource.serialized()
    }
    try writeConsequences(resource, before: nil, named: name)
    return StoredRecord(record, resource)
  }

  /// A record that was merged or split stays as it ended: others have its references.
  private func checkNotSucceeded(_ name: String) throws {
    let query = ListQuery(
      Succession.predecessorsLinkKind,
      where: RecordFilter(predicate: .compare("subject", .equal, .text(name))),
      pageSize: 1
    )
    guard let row = try list(query).records.first else { return }
    let owner = ResourceLinks<Succession>.owner(ofRow: row.name, Succession.predecessorsLinkKind)
    throw Failure.succeeded(name, by: try stored(Succession.self, named: owner).resource)
  }

  private func writeConsequences<Resource: StoredResource>(
    _ after: Resource?,
    before: Resource?,
    named name: ResourceName
  ) throws {
    for links in Resource.resourceLinks { try links.write(after, before: before, named: name, in: self) }
    try Resource.didWrite(after, before: before, named: name, in: self)
    try ExternalIDRows.write(after, before: before, named: name.text, in: self)
  }

  /// Checks that what a resource refers to is there, as far as it refers to more than before.
  private func checkReferences<Resource: StoredResource>(of resource: Resource, before: Resource?) throws {
    for reference in Resource.resourceReferences {
      let known = before.map { Set(reference.names($0)) } ?? []
      for (index, name) in reference.names(resource).enumerated() where !name.isEmpty && !known.contains(name) {
        let target = reference.targets.first { $0.type.matches(name) }
        guard let target, let record = try record(target.kind, named: name), record.deleteTime == nil else {
          throw Failure.referenceNotFound(field: "\(Resource.resourceType.field).\(reference.path(index))", name: name)
        }
      }
    }
  }
}

extension StoredResource {
  /// Takes away what only the server sets.
  fileprivate mutating func clearOutputFields() {
    for field in Self.resourceFields where field.behaviour == .outputOnly && field.isSet(self) {
      field.copy(Self(), &self)
    }
  }

  /// Sets what the server says of a record: the one place where it does.
  fileprivate mutating func set(_ stamp: RecordStamp, _ moment: EventMoment) {
    etag = stamp.etag
    createTime = .init(stamp.createTime)
    updateTime = .init(stamp.updateTime)
    setDeleteTime(stamp.deleteTime.map { .init($0) })
    eventTime = .init(moment.event)
    backfilled = moment.isBackfilled
  }
}
