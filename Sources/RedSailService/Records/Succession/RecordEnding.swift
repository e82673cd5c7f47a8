internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// Ends records of one kind in favour of others, in one transaction: the references move, the predecessors are deleted
/// softly, a succession tells what happened.
struct RecordEnding {
  let transaction: any StoreTransaction
  let referrers: Referrers
  let caller: Caller
  let city: String
  let reason: String
  let moment: EventMoment

  init(
    transaction: any StoreTransaction,
    referrers: Referrers,
    caller: Caller,
    city: String,
    reason: String,
    eventTime: Instant?
  ) {
    self.transaction = transaction
    self.referrers = referrers
    self.caller = caller
    self.city = city
    self.reason = reason
    moment = EventMoment(eventTime, record: transaction.time, caller: caller)
  }

  private var move: ReferenceMove {
    ReferenceMove(transaction: transaction, referrers: referrers, caller: caller, eventTime: moment.event)
  }

  /// 合并: `successor` takes the place of the predecessors.
  func merge<Resource: StoredResource>(
    _: Resource.Type,
    _ predecessors: [ResourceName],
    into successor: ResourceName,
    etag: String
  ) throws -> StoredRecord<Succession> {
    let stays = try transaction.live(Resource.self, named: successor.text)
    try stays.check(etag: etag)
    try moment.check(after: stays.lastEvent, of: successor.text)
    let ending = try predecessors.map { try transaction.live(Resource.self, named: $0.text) }
    for (index, predecessor) in ending.enumerated() {
      guard
        let objection = try Resource.objection(toMerging: predecessor.resource, into: stays.resource, in: transaction)
      else { continue }
      throw Failure.field(
        "predecessors[\(index)]",
        .notMergeable,
        LocalizedText(
          "'\(predecessor.record.name)' is not merged into '\(successor.text)': \(objection.english)",
          "“\(predecessor.record.name)”不得并入“\(successor.text)”：\(objection.chinese)"
        ),
        metadata: ["name": predecessor.record.name]
      )
    }
    let places = Dictionary(
      predecessors.enumerated().map { ($0.element.text, "predecessors[\($0.offset)]") },
      uniquingKeysWith: { first, _ in first }
    )
    var moved = 0
    for referrer in try move.found(to: predecessors, Resource.resourceType) {
      moved += try move.move(referrer, places) { places[$0] == nil ? nil : successor.text }
    }
    try moveFollowers(of: ending, to: stays, named: successor)
    try takeOver(ending.flatMap(\.resource.externalIDs), Resource.self, successor)
    return try end(ending, predecessors, successors: [successor], .merge, moved: moved)
  }

  /// What referred to a record elsewhere, and lies where that lay, lies with the successor now.
  private func moveFollowers<Resource: StoredResource>(
    of ending: [StoredRecord<Resource>],
    to stays: StoredRecord<Resource>,
    named successor: ResourceName
  ) throws {
    guard Resource.resourceType != .division else { return }
    let place = { (code: String) in ResourceType.division.name(city: city, id: code) }
    for (index, ended) in ending.enumerated() where ended.resource.divisionCode != stays.resource.divisionCode {
      let move = DivisionMove(
        from: place(ended.resource.divisionCode),
        to: place(stays.resource.divisionCode),
        field: "predecessors[\(index)]",
        moment: moment
      )
      try move.follow(successor.text, Resource.resourceType, in: transaction)
    }
  }

  /// 拆分: the successors take the place of the predecessor.
  func split<Resource: StoredResource>(
    _: Resource.Type,
    _ predecessor: ResourceName,
    into successors: [ResourceName],
    etag: String,
    moves: [SplitRecordRequest.Move],
    remaining: String
  ) throws -> StoredRecord<Succession> {
    let ends = try transaction.live(Resource.self, named: predecessor.text)
    try ends.check(etag: etag)
    for successor in successors { _ = try transaction.live(Resource.self, named: successor.text) }
    var targets: [String: (index: Int, successor: String)] = [:]
    for (index, move) in moves.enumerated() { targets[move.referrer] = (index, move.successor) }
    var moved = 0
    for referrer in try move.found(to: [predecessor], Resource.resourceType) {
      let told = targets.removeValue(forKey: referrer.name)
      let target = told?.successor ?? remaining
      guard !target.isEmpty else { throw Failure.stillReferenced(predecessor.text, by: referrer.name) }
      let place = told.map { "moves[\($0.index)].successor" } ?? "remaining_successor"
      moved += try move.move(referrer, [predecessor.text: place]) { $0 == predecessor.text ? target : nil }
    }
    if let surplus = targets.min(by: { $0.value.index < $1.value.index }) {
      throw Failure.field(
        "moves[\(surplus.value.index)].referrer",
        .invalidField,
        LocalizedText(
          "'\(surplus.key)' does not refer to '\(predecessor.text)'",
          "“\(surplus.key)”未引用“\(predecessor.text)”"
        )
      )
    }
    return try end([ends], [predecessor], successors: successors, .split, moved: moved)
  }

  /// Other systems go on finding under their own ids what was merged. Read again: the successor may have been a referrer.
  private func takeOver<Resource: StoredResource>(
    _ ids: [ExternalId],
    _: Resource.Type,
    _ name: ResourceName
  ) throws {
    let stored = try transaction.live(Resource.self, named: name.text)
    var changed = stored.resource
    var known = Set(changed.externalIDs)
    let new = ids.filter { known.insert($0).inserted }
    guard !new.isEmpty, let field = Resource.resourceFields.first(where: { $0.name == "external_ids" }) else { return }
    // The field is reached as all fields of all kinds are: by copying it from a record that has it.
    let bytes = try (changed.externalIDs + new).reduce(into: [UInt8]()) { bytes, id in
      let id = try id.serialized()
      WireVarint.append(UInt64(Resource.layout.field(named: field.name)?.number ?? 0) << 3 | 2, to: &bytes)
      WireVarint.append(UInt64(id.count), to: &bytes)
      bytes += id
    }
    field.copy(try Resource(serialized: bytes), &changed)
    _ = try transaction.update(stored, to: changed, named: name, moment)
  }

  private func end<Resource: StoredResource>(
    _ ending: [StoredRecord<Resource>],
    _ predecessors: [ResourceName],
    successors: [ResourceName],
    _ kind: Succession.Kind,
    moved: Int
  ) throws -> StoredRecord<Succession> {
    let division = ending.first?.resource.divisionCode ?? ""
    for (stored, name) in zip(ending, predecessors) {
      var ended = stored.resource
      ended.setSuccessors(successors.map(\.text))
      // What referred to it has been moved, or ends with it.
      _ = try transaction.delete(StoredRecord(stored.record, ended), named: name, moment, referrers: Referrers([]))
    }
    let place = successors.first.flatMap { Resource.resourceType == .division ? $0.id : nil } ?? division
    let id = ResourceID.random()
    let succession = Succession.with {
      $0.division = ResourceType.division.name(city: city, id: place)
      $0.kind = kind
      $0.predecessors = predecessors.map(\.text)
      $0.successors = successors.map(\.text)
      $0.date = CalendarDate(moment.event.unixTime.civilDate)
      $0.reason = reason
      $0.movedCount = Int32(clamping: moved)
    }
    return try transaction.create(
      succession,
      named: ResourceName(text: ResourceType.succession.name(city: city, id: id), city: city, id: id),
      moment,
      keepingOutputs: true
    )
  }
}
