internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

extension MergeRecordsRequest: MutationRequest {}
extension SplitRecordRequest: MutationRequest {}

/// 合并记录、拆分记录.
extension RecordHandlers {
  func mergeRecords(_ request: MergeRecordsRequest, context: ServerContext) async throws -> Succession {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let stays = violations.endingRecord(request.successor, "successor")
    let predecessors = violations.parts(
      request.predecessors,
      "predecessors",
      atLeast: 1,
      beside: stays
    )
    violations.requestID(request.requestID)
    violations.text(request.reason, "reason", limit: 500)
    violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    let eventTime = violations.eventTime(request.eventTime, now: environment.clock())
    try violations.check()
    guard let (kind, successor) = stays else { throw violations.error }
    return try await write(request, successor.city, eventTime, caller, context) { ending in
      try ending.merge(kind.resource, predecessors, into: successor, etag: request.etag)
    }
  }

  func splitRecord(_ request: SplitRecordRequest, context: ServerContext) async throws -> Succession {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let ends = violations.endingRecord(request.predecessor, "predecessor")
    let successors = violations.parts(request.successors, "successors", atLeast: 2, beside: ends)
    violations.requestID(request.requestID)
    violations.text(request.reason, "reason", limit: 500)
    violations.noPersonalData(request.reason, "reason", PersonalDataScan(caller: nil))
    let eventTime = violations.eventTime(request.eventTime, now: environment.clock())
    violations.moves(request, city: ends?.name.city)
    try violations.check()
    guard let (kind, predecessor) = ends else { throw violations.error }
    return try await write(request, predecessor.city, eventTime, caller, context) { ending in
      try ending.split(
        kind.resource,
        predecessor,
        into: successors,
        etag: request.etag,
        moves: request.moves,
        remaining: request.remainingSuccessor
      )
    }
  }

  private func write(
    _ request: some MutationRequest & ReasonedRequest,
    _ city: String,
    _ eventTime: Instant?,
    _ caller: Caller,
    _ context: ServerContext,
    _ body: @escaping @Sendable (RecordEnding) throws -> StoredRecord<Succession>
  ) async throws -> Succession {
    let referrers = environment.referrers
    return try await environment.write(request, city: city, caller, context, answering: Succession.self) {
      transaction in
      try body(
        RecordEnding(
          transaction: transaction,
          referrers: referrers,
          caller: caller,
          city: city,
          reason: request.reason,
          eventTime: eventTime
        )
      )
    }
  }
}

/// A request that says why.
protocol ReasonedRequest { var reason: String { get } }

extension MergeRecordsRequest: ReasonedRequest {}
extension SplitRecordRequest: ReasonedRequest {}

extension Violations {
  /// A record that is merged or split, with its kind.
  fileprivate mutating func endingRecord(_ value: String, _ field: String) -> (kind: ExchangeKind, name: ResourceName)?
  {
    guard !value.isEmpty else {
      missing(field)
      return nil
    }
    guard let kind = ExchangeKind.of(value), kind.isImported, let name = kind.type.parse(value) else {
      add(
        field,
        .invalidName,
        LocalizedText(
          "expected the name of a record other than a city, a ticket or a succession, came '\(value)'",
          "应为城市、工单、合并拆分以外的记录名，实为“\(value)”"
        )
      )
      return nil
    }
    return (kind, name)
  }

  /// The other records of a merge or a split: of the same kind and city, each once.
  fileprivate mutating func parts(
    _ values: [String],
    _ field: String,
    atLeast least: Int,
    beside one: (kind: ExchangeKind, name: ResourceName)?
  ) -> [ResourceName] {
    number(Int64(values.count), field, in: Int64(least)...Int64(RecordLimits.parts))
    guard let one, values.count <= RecordLimits.parts else { return [] }
    var names: [ResourceName] = []
    for (index, value) in values.enumerated() {
      let path = "\(field)[\(index)]"
      if value.isEmpty { missing(path) }
      guard let name = reference(value, path, of: one.kind.type, in: one.name.city) else { continue }
      if name == one.name || names.contains(name) {
        add(path, .invalidField, LocalizedText("'\(value)' is named twice", "“\(value)”重复"))
      }
      names.append(name)
    }
    return names
  }

  /// Where a split sends references.
  fileprivate mutating func moves(_ request: SplitRecordRequest, city: String?) {
    number(Int64(request.moves.count), "moves", in: 0...Int64(RecordLimits.moved))
    let successors = Set(request.successors)
    func isSuccessor(_ name: String, _ field: String, _ violations: inout Violations) {
      guard !successors.contains(name) else { return }
      violations.add(
        field,
        .invalidField,
        LocalizedText("expected one of the successors, came '\(name)'", "应为现记录之一，实为“\(name)”")
      )
    }
    var referrers: Set<String> = []
    for (index, move) in request.moves.prefix(RecordLimits.moved).enumerated() {
      let path = "moves[\(index)]"
      if move.referrer.isEmpty { missing("\(path).referrer") }
      reference(move.referrer, "\(path).referrer", of: ExchangeKind.all.map(\.type), in: city)
      if !referrers.insert(move.referrer).inserted {
        add(
          "\(path).referrer",
          .invalidField,
          LocalizedText("'\(move.referrer)' is named twice", "“\(move.referrer)”重复")
        )
      }
      isSuccessor(move.successor, "\(path).successor", &self)
    }
    if !request.remainingSuccessor.isEmpty { isSuccessor(request.remainingSuccessor, "remaining_successor", &self) }
  }
}
