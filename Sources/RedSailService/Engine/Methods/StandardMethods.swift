internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// The standard methods of a kind of resource (AIP-131 to 135, 164), written once.
struct StandardMethods<Resource: StoredResource>: Sendable {
  let environment: ServiceEnvironment

  /// The resource of this name, deleted or not.
  func get(_ name: String, _ context: ServerContext) async throws -> Resource {
    let caller = try await environment.authorize(context)
    let name = try checkedName(name, "name")
    return try await environment.read(name.city, caller) { snapshot in
      try snapshot.stored(Resource.self, named: name.text).resource
    }
  }

  /// One page of a city's resources.
  func list(_ request: some ListRequest, _ context: ServerContext) async throws -> ResourcePage<Resource> {
    let caller = try await environment.authorize(context)
    let plan = try ListPlan<Resource>(request, caller: caller, tokens: environment.tokens)
    let parent = request.parent
    let page = try await environment.read(plan.city, caller) { snapshot in
      guard try snapshot.record(City.recordKind, named: parent) != nil else { throw Failure.notFound(parent) }
      return try snapshot.list(plan.query)
    }
    return ResourcePage(
      resources: try page.records.map { try Resource(serialized: $0.bytes) },
      nextPageToken: page.next.map { environment.tokens.seal($0, for: plan.fingerprint) } ?? ""
    )
  }

  /// Creates a resource.
  func create<Request: CreateRequest>(_ request: Request, _ context: ServerContext) async throws -> Resource
  where Request.Resource == Resource {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let isCity = Resource.resourceType == .city
    let city = isCity ? request.resourceID : violations.city(request.parent)
    violations.requestID(request.requestID)
    let eventTime = violations.eventTime(request.eventTime, now: environment.clock())
    var id = ""
    if let resource = request.resource {
      id = Resource.newID(request.resourceID, for: resource, field: "\(Resource.resourceType.field)_id", &violations)
      violations.inside(Resource.resourceType.field) { resource.validateAll(in: city, &$0) }
    } else {
      violations.missing(Resource.resourceType.field)
    }
    try violations.check()
    guard let city, let resource = request.resource else { throw violations.error }
    let parent = request.parent
    let name = ResourceName(text: Resource.resourceType.name(city: city, id: id), city: city, id: id)
    return try await environment.write(request, city: city, caller, context, answering: Resource.self) { transaction in
      guard try isCity || transaction.record(City.recordKind, named: parent) != nil else {
        throw Failure.notFound(parent)
      }
      return try transaction.create(
        resource,
        named: name,
        EventMoment(eventTime, record: transaction.time, caller: caller)
      )
    }
  }

  /// Changes fields of a resource.
  func update<Request: UpdateRequest>(_ request: Request, _ context: ServerContext) async throws -> Resource
  where Request.Resource == Resource {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let field = Resource.resourceType.field
    violations.requestID(request.requestID)
    let eventTime = violations.eventTime(request.eventTime, now: environment.clock())
    let mask = UpdateMask<Resource>(request.updateMask, &violations)
    var name: ResourceName?
    if let resource = request.resource {
      name = violations.name(resource.name, "\(field).name", of: Resource.resourceType)
    } else {
      violations.missing(field)
    }
    try violations.check()
    guard let name, let new = request.resource else { throw violations.error }
    return try await environment.write(request, city: name.city, caller, context, answering: Resource.self) {
      transaction in
      let stored = try transaction.live(Resource.self, named: name.text)
      try stored.check(etag: new.etag)
      var violations = Violations()
      let changed = mask.apply(new, to: stored.resource, &violations)
      violations.inside(field) { changed.validateAll(in: name.city, &$0) }
      try violations.check()
      return try transaction.update(
        stored,
        to: changed,
        named: name,
        EventMoment(eventTime, record: transaction.time, caller: caller)
      )
    }
  }

  /// Deletes a resource softly.
  func delete(_ request: some ActionRequest, _ context: ServerContext) async throws -> Resource {
    let referrers = environment.referrers
    return try await act(request, context) { transaction, name, moment in
      let stored = try transaction.live(Resource.self, named: name.text)
      try stored.check(etag: request.etag)
      return try transaction.delete(stored, named: name, moment, referrers: referrers)
    }
  }

  /// Restores a deleted resource.
  func undelete(_ request: some ActionRequest, _ context: ServerContext) async throws -> Resource {
    try await act(request, context) { transaction, name, moment in
      let stored = try transaction.stored(Resource.self, named: name.text)
      guard stored.record.deleteTime != nil else { throw Failure.notDeleted(name.text) }
      try stored.check(etag: request.etag)
      return try transaction.undelete(stored, named: name, moment)
    }
  }

  /// Takes an action on a live resource (AIP-136): `change` gives the resource as it is afterwards.
  ///
  /// `validate` checks what the request has beside name, etag, request_id and event_time.
  func act<Request: ActionRequest>(
    _ request: Request,
    _ context: ServerContext,
    validate: (inout Violations) -> Void = { _ in },
    changing change: @escaping @Sendable (StoredRecord<Resource>, any StoreTransaction, EventMoment) throws -> Resource
  ) async throws -> Resource {
    try await act(request, context, validate: validate) { transaction, name, moment in
      let stored = try transaction.live(Resource.self, named: name.text)
      try stored.check(etag: request.etag)
      return try transaction.update(stored, to: try change(stored, transaction, moment), named: name, moment)
    }
  }

  private func act<Request: ActionRequest>(
    _ request: Request,
    _ context: ServerContext,
    validate: (inout Violations) -> Void = { _ in },
    _ body:
      @escaping @Sendable (any StoreTransaction, ResourceName, EventMoment) throws -> StoredRecord<Resource>
  ) async throws -> Resource {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let name = violations.name(request.name, "name", of: Resource.resourceType)
    violations.requestID(request.requestID)
    let eventTime = violations.eventTime(request.eventTime, now: environment.clock())
    validate(&violations)
    try violations.check()
    guard let name else { throw violations.error }
    return try await environment.write(request, city: name.city, caller, context, answering: Resource.self) {
      transaction in
      try body(transaction, name, EventMoment(eventTime, record: transaction.time, caller: caller))
    }
  }

  private func checkedName(_ text: String, _ field: String) throws -> ResourceName {
    var violations = Violations()
    let name = violations.name(text, field, of: Resource.resourceType)
    guard let name else { throw violations.error }
    return name
  }
}
