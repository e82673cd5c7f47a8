internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// Moves the references of live records from some records to others: each referrer is written anew with its names
/// replaced, under all the rules that an update of it has to keep.
struct ReferenceMove {
  let transaction: any StoreTransaction
  let referrers: Referrers
  let caller: Caller
  /// When the records were merged or split.
  let eventTime: Instant

  private static let ranks = Dictionary(
    ExchangeKind.all.enumerated().map { ($0.element.type.name, $0.offset) },
    uniquingKeysWith: { first, _ in first }
  )

  /// All that refers to records of one type, each record once; at most `RecordLimits.moved`.
  func found(to names: [ResourceName], _ type: ResourceType) throws -> [Referrers.Referrer] {
    var found: [String: Referrers.Referrer] = [:]
    let ending = Set(names.map(\.text))
    for name in names {
      let limit = RecordLimits.moved + ending.count + 1
      for referrer in try referrers.all(of: name, type: type, limit: limit, in: transaction)
      where !ending.contains(referrer.name) {
        found[referrer.name] = referrer
      }
      guard found.count <= RecordLimits.moved else {
        throw Failure.make(
          .tooManyReferences,
          LocalizedText(
            "more than \(RecordLimits.moved) records refer to '\(name.text)': move some of them first",
            "引用“\(name.text)”的记录超过 \(RecordLimits.moved) 条，请先行调整部分引用"
          ),
          metadata: ["limit": "\(RecordLimits.moved)"]
        )
      }
    }
    // Each after those that it refers to: a building lies where its compound lies, and that moves too.
    return found.values.map { (rank: Self.ranks[$0.resource.resourceType.name] ?? .max, referrer: $0) }
      .sorted { ($0.rank, $0.referrer.name) < ($1.rank, $1.referrer.name) }.map(\.referrer)
  }

  /// Replaces names in one record; how many were.
  ///
  /// - Parameter places: The fields of the request that decide where the references to a name go.
  func move(
    _ referrer: Referrers.Referrer,
    _ places: [String: String],
    _ replacement: (_ name: String) -> String?
  ) throws -> Int {
    var place = ""
    do {
      return try rewrite(referrer.resource, named: referrer.name) { name in
        let new = replacement(name)
        if new != nil, place.isEmpty { place = places[name] ?? "" }
        return new
      }
    } catch let error as StoreError {
      throw Self.refused(Failure.store(error), by: referrer.name, place)
    } catch let error as RPCError {
      throw Self.refused(error, by: referrer.name, place)
    }
  }

  private func rewrite<Resource: StoredResource>(
    _ type: Resource.Type,
    named name: String,
    _ replacement: (String) -> String?
  ) throws -> Int {
    guard let parsed = Resource.resourceType.parse(name) else { throw Failure.notFound(name) }
    let stored = try transaction.live(type, named: name)
    var bytes = stored.record.bytes
    var count = 0
    for reference in Resource.resourceReferences {
      guard let path = ReferencePath(reference.field, in: Resource.layout),
        let replaced = path.replace(in: bytes, replacement)
      else { throw RPCError(code: .internal, message: "no references at \(reference.field) of \(name)") }
      bytes = replaced.bytes
      count += replaced.count
    }
    guard count > 0 else { return 0 }
    var changed = try Resource(serialized: bytes)
    // The firm of a ticket is its project's (TicketDesk.update).
    if var ticket = changed as? Ticket, !ticket.project.isEmpty {
      ticket.firm = try transaction.referred(Project.self, named: ticket.project, field: "ticket.project").resource.firm
      changed = ticket as? Resource ?? changed
    }
    var violations = Violations()
    violations.inside(Resource.resourceType.field) { changed.validateAll(in: parsed.city, &$0) }
    try violations.check()
    // What happened to the referrer later stays later: its event times do not run backwards.
    let event = max(eventTime, stored.lastEvent ?? eventTime)
    var moment = EventMoment(event, record: transaction.time, caller: caller)
    if type is Ticket.Type { moment.isBackfilled = moment.isBackfilled || stored.resource.backfilled }
    _ = try transaction.update(stored, to: changed, named: parsed, moment, isMoved: true)
    return count
  }

  /// Says which record it is that cannot refer to another one.
  private static func refused(_ error: RPCError, by referrer: String, _ place: String) -> RPCError {
    guard let info = error.errorInfo,
      let number = ErrorReason.layout.number(named: "ERROR_REASON_\(info.reason)")
    else { return error }
    return Failure.field(
      place,
      ErrorReason(rawValue: number),
      LocalizedText(
        "the references of '\(referrer)' cannot be moved: \(error.message)",
        "“\(referrer)”的引用无法迁移：\(error.localizedMessage?.message ?? error.message)"
      ),
      metadata: info.metadata.merging(["referrer": referrer]) { first, _ in first }
    )
  }
}
