internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// 批量导出.
extension RecordHandlers {
  func exportRecords(
    _ request: ExportRecordsRequest,
    responses: ResponseWriter<ExportRecordsResponse>,
    context: ServerContext
  ) async throws {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let kinds = violations.exchangeKinds(request.kinds, caller: caller)
    let selection = ChangeSelection(
      parent: request.parent,
      division: request.division,
      kinds: request.kinds.filter { ExchangeKind.byType[$0] != nil },
      caller: caller,
      &violations
    )
    violations.number(request.revision, "revision", in: 0...Int64.max)
    try violations.check()
    let export = RecordExport(
      environment: environment,
      caller: caller,
      selection: selection,
      kinds: kinds,
      showDeleted: request.showDeleted
    )
    var position: RecordExport.Position? =
      request.pageToken.isEmpty
      ? try await export.start(revision: request.revision) : export.position(of: request.pageToken)
    guard let start = position else { throw Failure.invalidPageToken() }
    guard request.pageToken.isEmpty || request.revision == 0 || request.revision == start.revision else {
      throw Failure.invalidPageToken()
    }
    var isFirst = true
    // One page is in memory: the next one is read when the caller has taken it.
    while let current = position {
      guard !environment.drain.isDraining else { throw Failure.unavailable() }
      let (records, next) = try await export.page(at: current)
      try await responses.write(
        .with {
          $0.records = records
          $0.revision = start.revision
          if isFirst { $0.cursor = selection.cursor(after: start.revision, environment.tokens) }
          $0.nextPageToken = next.map(export.token) ?? ""
        }
      )
      isFirst = false
      position = next
    }
  }
}
