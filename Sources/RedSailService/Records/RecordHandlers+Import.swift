internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// 批量导入、批量推送.
extension RecordHandlers {
  func pushRecords(_ request: PushRecordsRequest, context: ServerContext) async throws -> PushRecordsResponse {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let city = violations.city(request.parent)
    if request.entries.isEmpty { violations.missing("entries") }
    violations.entryCount(request.entries.count)
    try violations.check()
    let entering = RecordEntering(environment: environment, caller: caller, city: city ?? "")
    try await entering.checkCity()
    var tally = RecordImportTally()
    if request.validateOnly {
      var validation = RecordValidation(entering)
      tally.count(try await validation.check(request.entries, from: 0))
    } else {
      tally.count(try await entering.enter(request.entries, from: 0))
    }
    return .with { $0.results = tally.results }
  }

  func importRecords(_ requests: RequestStream<ImportRecordsRequest>, context: ServerContext) async throws
    -> ImportRecordsResponse
  {
    let caller = try await environment.authorize(context)
    var tally = RecordImportTally()
    var entering: RecordEntering?
    // What is only validated is kept, because later entries may refer to it.
    var validation: RecordValidation?
    var keptBytes = 0
    for try await request in requests {
      let current: RecordEntering
      if let entering {
        current = entering
      } else {
        current = try await begin(request, caller)
        entering = current
        if request.validateOnly { validation = RecordValidation(current) }
        tally.reportsFailuresOnly = request.failuresOnly
      }
      try check(request, of: current, received: tally.received)
      if validation != nil {
        keptBytes += try request.withPrepared { $0.size }
        try check(keptBytes: keptBytes)
        let results = try await validation?.check(request.entries, from: tally.received)
        tally.count(results ?? [])
      } else {
        tally.count(try await current.enter(request.entries, from: tally.received))
      }
      tally.received += request.entries.count
    }
    guard entering != nil else {
      throw Failure.field("parent", .requiredField, LocalizedText("the stream held no message", "导入流为空"))
    }
    return tally.response
  }

  private func begin(_ request: ImportRecordsRequest, _ caller: Caller) async throws -> RecordEntering {
    var violations = Violations()
    let city = violations.city(request.parent)
    try violations.check()
    let entering = RecordEntering(environment: environment, caller: caller, city: city ?? "")
    try await entering.checkCity()
    return entering
  }

  /// Checks a message of an import, and that the stream stays within its bounds.
  private func check(_ request: ImportRecordsRequest, of entering: RecordEntering, received: Int) throws(RPCError) {
    var violations = Violations()
    if !request.parent.isEmpty, request.parent != "cities/\(entering.city)" {
      violations.add(
        "parent",
        .otherCity,
        LocalizedText("the stream began with cities/\(entering.city)", "导入流的城市为 \(entering.city)，不得更换")
      )
    }
    violations.entryCount(request.entries.count)
    let total = received + request.entries.count
    if total > RecordLimits.entriesPerStream {
      violations.tooMany("entries", limit: RecordLimits.entriesPerStream, came: total)
    }
    try violations.check()
  }

  private func check(keptBytes: Int) throws(RPCError) {
    guard keptBytes > RecordLimits.validatedBytes else { return }
    throw Failure.field(
      "entries",
      .tooManyEntries,
      LocalizedText(
        "a stream that is validated holds at most \(RecordLimits.validatedBytes) bytes: send fewer entries",
        "仅校验的导入流不得超过 \(RecordLimits.validatedBytes) 字节，请分批校验"
      ),
      metadata: ["limit": "\(RecordLimits.validatedBytes)", "came": "\(keptBytes)"]
    )
  }
}
