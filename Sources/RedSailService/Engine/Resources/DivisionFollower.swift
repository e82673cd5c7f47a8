internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// A kind of which each record lies where another record lies: it copies that record's division, or lies in one that holds
/// it. When the other record moves, it follows in the same transaction; each move is a change of its own, so that the
/// feeds of both divisions tell it.
struct DivisionFollower: Sendable {
  /// How a record's division depends on that of the record that it refers to.
  enum Placing: Sendable {
    /// It is the same.
    case same
    /// It is that one or one above it: a record that lies in one above stays.
    case within
  }

  private let resource: any StoredResource.Type
  /// The reference to what is followed (`ResourceReference.field`).
  private let field: String
  let placing: Placing

  private init(_ resource: any StoredResource.Type, _ field: String, _ placing: Placing) {
    self.resource = resource
    self.field = field
    self.placing = placing
  }

  /// All of them; each after those that it follows. Tickets and events are not among them: they stay where they happened.
  static let all = [
    DivisionFollower(Compound.self, "grid", .same), DivisionFollower(ServiceArea.self, "compounds[]", .within),
    DivisionFollower(Building.self, "compound", .same), DivisionFollower(Unit.self, "building", .same),
    DivisionFollower(Project.self, "compounds[]", .within), DivisionFollower(Contract.self, "project", .same),
    DivisionFollower(Committee.self, "compounds[]", .within),
    DivisionFollower(Election.self, "service_area", .within), DivisionFollower(Candidate.self, "election", .same),
    DivisionFollower(OwnersVote.self, "service_area", .within),
    DivisionFollower(Rectification.self, "subject", .within), DivisionFollower(Station.self, "grid", .within),
    DivisionFollower(Station.self, "compound", .within), DivisionFollower(Venue.self, "station", .within),
    DivisionFollower(Booking.self, "venue", .same), DivisionFollower(RenovationProject.self, "compounds[]", .within),
    DivisionFollower(Takeover.self, "compound", .within), DivisionFollower(Inspection.self, "compound", .within),
    DivisionFollower(Hazard.self, "compound", .within), DivisionFollower(ChargingFacility.self, "compound", .within),
    DivisionFollower(Honour.self, "subject", .within), DivisionFollower(SatisfactionSurvey.self, "subject", .within),
    DivisionFollower(Attachment.self, "subject", .same),
  ]

  /// The names of the live records that follow this one; at most `limit`.
  func names(of name: String, _ type: ResourceType, limit: Int, in snapshot: any StoreSnapshot) throws -> [String] {
    try names(resource, name, type, limit, snapshot)
  }

  private func names<Resource: StoredResource>(
    _: Resource.Type,
    _ name: String,
    _ type: ResourceType,
    _ limit: Int,
    _ snapshot: any StoreSnapshot
  ) throws -> [String] {
    guard let reference = Resource.resourceReferences.first(where: { $0.field == field }),
      reference.targets.contains(where: { $0.type == type })
    else { return [] }
    let links = Resource.resourceLinks.first { reference.column == nil && $0.types.contains(type) }
    guard let column = reference.column ?? links?.column else { return [] }
    var query = ListQuery(
      links?.kind ?? Resource.recordKind,
      where: RecordFilter(predicate: .compare(column, .equal, .text(name))),
      pageSize: ListQuery.maximumPageSize
    )
    var names: [String] = []
    repeat {
      let page = try snapshot.list(query)
      names += page.records.map { record in
        links.map { ResourceLinks<Resource>.owner(ofRow: record.name, $0.kind) } ?? record.name
      }
      query.cursor = page.next
    } while query.cursor != nil && names.count < limit
    return names
  }

  /// Moves one of them, and what follows it in turn.
  func move(_ name: String, along move: DivisionMove, in transaction: any StoreTransaction) throws {
    try self.move(resource, name, move, transaction)
  }

  private func move<Resource: StoredResource>(
    _: Resource.Type,
    _ name: String,
    _ move: DivisionMove,
    _ transaction: any StoreTransaction
  ) throws {
    let stored = try transaction.live(Resource.self, named: name)
    let place = ResourceType.division.name(city: transaction.city, id: stored.resource.divisionCode)
    guard place != move.to, let parsed = Resource.resourceType.parse(name) else { return }
    if placing == .within {
      if try transaction.isDivision(move.to, within: place) { return }
      guard place == move.from else { throw move.refusal(of: name, in: place) }
    }
    guard let path = ReferencePath("division", in: Resource.layout),
      let moved = path.replace(in: stored.record.bytes, { _ in move.to })
    else { throw RPCError(code: .internal, message: "no division in \(name)") }
    let resource = try Resource(serialized: moved.bytes)
    var moment = move.moment
    // What happened to it later stays later.
    moment.event = max(moment.event, stored.lastEvent ?? moment.event)
    do {
      try transaction.update(stored, to: resource, named: parsed, moment, isMoved: true)
    } catch let error as RPCError {
      throw move.refusal(of: name, because: error)
    }
    try DivisionMove(from: place, to: move.to, field: move.field, moment: move.moment)
      .follow(name, Resource.resourceType, in: transaction)
  }
}
