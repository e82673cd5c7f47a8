internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// 按外部编号查找.
extension RecordHandlers {
  func findRecords(_ request: FindRecordsRequest, context: ServerContext) async throws -> FindRecordsResponse {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let city = violations.city(request.parent)
    violations.text(request.sourceSystem, "source_system", limit: 64, required: true)
    violations.text(request.externalID, "external_id", limit: 128, required: true)
    let kinds = violations.exchangeKinds(request.kinds, caller: caller)
    try violations.check()
    let id = ExternalId.with {
      $0.sourceSystem = request.sourceSystem
      $0.id = request.externalID
    }
    let parent = request.parent
    let records = try await environment.read(city ?? "", caller) { snapshot in
      guard try snapshot.record(City.recordKind, named: parent) != nil else { throw Failure.notFound(parent) }
      let owners = try ExternalIDRows.owners(of: id, types: kinds.map(\.type), limit: RecordLimits.found, in: snapshot)
      var records: [AnyRecord] = []
      var bytes = 0
      for owner in owners {
        guard let kind = kinds.first(where: { $0.type.matches(owner) }),
          let record = try snapshot.record(kind.resource.recordKind, named: owner)
        else { continue }
        bytes += record.bytes.count
        guard records.isEmpty || bytes <= RecordLimits.foundBytes else { break }
        records.append(try kind.record(record.bytes))
      }
      return records
    }
    return .with { $0.records = records }
  }
}
