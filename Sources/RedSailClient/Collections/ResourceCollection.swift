/// The records of one kind in a city, with the standard methods of Google's API Improvement Proposals (AIP-131 to 135, 164).
///
/// A record is given by its name or by the name's last part. `fill` gets the request as it is about to go, and sets what the
/// parameters leave out: an event time, an etag, a request id of your own.
///
/// ```swift
/// let firm = try await city.firms.create(
///   .with { $0.displayName = "鲁泰物业" }, id: "91370811MA3YYYY16X")
/// for try await firm in city.firms.list(in: "370811") { print(firm.displayName) }
/// try await city.firms.delete(firm.name) { $0.etag = firm.etag }
/// ```
///
/// Every function throws `RPCError`; see its `reason` and `fieldViolations`.
public struct ResourceCollection<Resource: CityResource>: Sendable {
  let city: CityClient

  init(in city: CityClient) { self.city = city }

  private var methods:
    StandardMethods<
      Resource, Resource.GetRequest, Resource.ListRequest, Resource.ListResponse, Resource.CreateRequest,
      Resource.UpdateRequest, Resource.DeleteRequest, Resource.UndeleteRequest
    >
  { Resource.standardMethods }

  var channel: any RPCChannel { city.redsail.channel }

  /// The name of a record of this collection, from its last part (its id); a name stays as it is.
  public func name(of id: String) -> String { name(of: id, in: methods.collectionID) }

  func name(of id: String, in collection: String) -> String {
    id.isEmpty || id.contains("/") ? id : "\(city.name)/\(collection)/\(id)"
  }

  func divisionName(_ id: String) -> String { name(of: id, in: Division.standardMethods.collectionID) }

  /// The record, deleted or not; NOT_FOUND where there is none.
  public func get(_ id: String, options: CallOptions = CallOptions()) async throws(RPCError) -> Resource {
    try await channel.unary(methods.get, .with { $0.name = name(of: id) }, options: options)
  }

  /// The records, page after page, each page fetched when the one before is used up.
  ///
  /// - `division`: only those in this division or below it; empty for the whole city.
  /// - `filter`: AIP-160, such as `state = RESOLVED AND grade = HARD`, over the fields that the list request names.
  /// - `order`: AIP-132, such as `create_time desc`; by name unless set.
  public func list(
    in division: String = "",
    where filter: String = "",
    orderBy order: String = "",
    options: CallOptions = CallOptions(),
    with fill: (inout Resource.ListRequest) -> Void = { _ in }
  ) -> PagingSequence<Resource.ListRequest, Resource.ListResponse, Resource> {
    var request = Resource.ListRequest.with {
      $0.parent = city.name
      $0.division = divisionName(division)
      $0.filter = filter
      $0.orderBy = order
      $0.pageSize = 500
    }
    fill(&request)
    let (channel, method) = (self.channel, methods.list)
    return PagingSequence(
      request,
      pageToken: \.pageToken,
      items: methods.items,
      nextPageToken: \.nextPageToken
    ) { (request) throws(RPCError) in
      try await channel.unary(method, request, options: options)
    }
  }

  /// Creates a record and gives back what is stored. Without an `id` the server chooses one, where the kind allows that.
  public func create(
    _ resource: Resource,
    id: String = "",
    options: CallOptions = CallOptions(),
    with fill: (inout Resource.CreateRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Resource {
    var request = Resource.CreateRequest.with {
      $0.parent = city.name
      $0[keyPath: methods.createdResource] = resource
      $0[keyPath: methods.createdID] = id
      $0.requestID = RequestID.random()
    }
    fill(&request)
    return try await channel.unary(methods.create, request, options: options)
  }

  /// Changes the given fields to what `resource` has, by its name, and gives back what is stored.
  ///
  /// Without `fields`, all that are set are changed. If its etag is set it must be the current one, else ABORTED
  /// (`.etagMismatch`): get it again, decide, try again.
  public func update(
    _ resource: Resource,
    fields: [Resource.FieldPath] = [],
    options: CallOptions = CallOptions(),
    with fill: (inout Resource.UpdateRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Resource {
    var request = Resource.UpdateRequest.with {
      $0[keyPath: methods.updatedResource] = resource
      if !fields.isEmpty { $0.updateMask = .with { $0.paths = fields.map(\.rawValue) } }
      $0.requestID = RequestID.random()
    }
    fill(&request)
    return try await channel.unary(methods.update, request, options: options)
  }

  /// Deletes a record softly: it stays readable by name and can be restored.
  @discardableResult
  public func delete(
    _ id: String,
    options: CallOptions = CallOptions(),
    with fill: (inout Resource.DeleteRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Resource {
    try await act(methods.delete, on: id, options, fill)
  }

  /// Restores a deleted record.
  @discardableResult
  public func undelete(
    _ id: String,
    options: CallOptions = CallOptions(),
    with fill: (inout Resource.UndeleteRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Resource {
    try await act(methods.undelete, on: id, options, fill)
  }

  /// Calls a method that does something with one record.
  func act<Request: ActionRequest>(
    _ method: MethodDescriptor<Request, Resource>,
    on id: String,
    _ options: CallOptions,
    _ fill: (inout Request) -> Void
  ) async throws(RPCError) -> Resource {
    var request = Request.with {
      $0.name = name(of: id)
      $0.requestID = RequestID.random()
    }
    fill(&request)
    return try await channel.unary(method, request, options: options)
  }
}
