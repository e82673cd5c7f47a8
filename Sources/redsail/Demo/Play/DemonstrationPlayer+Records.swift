internal import RedSailClient
internal import RedSailModel

extension DemonstrationPlayer {
  /// Plays a stage of records that nothing more happens to.
  func records<Resource: CityResource>(
    _ name: String,
    _ count: Int,
    in city: String = CityPlan.code,
    _ planned: @escaping @Sendable (Int) -> PlannedRecord<Resource>
  ) async throws {
    try await stage(name, count) { index in try await create(planned(index), in: city) }
  }

  /// Creates a record in a city.
  @discardableResult
  func create<Resource: CityResource>(
    _ planned: PlannedRecord<Resource>,
    in city: String = CityPlan.code
  ) async throws -> Resource {
    let collection = redsail.city(city).collection(of: Resource.self)
    let created = try await collection.create(planned.resource, id: planned.id) {
      $0.requestID = RequestID.of(record: collection.name(of: planned.id))
      $0.eventTime = CityPlan.timestamp(planned.time)
    }
    try acknowledge(created.name, created.etag)
    return created
  }

  /// The request of a step on a record: its name, its request id and when it happened.
  func step<Request: ActionRequest>(
    _ number: Int,
    on name: String,
    at time: UnixTime,
    _ fill: (inout Request) -> Void
  ) -> Request {
    var request = Request.with {
      $0.name = name
      $0.requestID = RequestID.of(record: name, step: number)
      $0.eventTime = CityPlan.timestamp(time)
    }
    fill(&request)
    return request
  }
}
