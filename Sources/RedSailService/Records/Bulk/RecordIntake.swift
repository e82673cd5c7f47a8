internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

extension RecordEntry: MutationRequest {}

/// An entry of a bulk call that has been checked as far as can be done without the store.
struct RecordIntake: Sendable {
  /// The entry's kind.
  let type: ResourceType
  /// By what it hangs together with other entries.
  var ties: RecordTies
  /// Recognises the entry when it comes again, in whichever call.
  let key: IdempotencyKey
  /// Does what the entry asks.
  let apply: @Sendable (any StoreTransaction) throws -> Applied
  /// What the first answer to the same entry said.
  let first: @Sendable (_ bytes: [UInt8]) throws -> RecordResult

  /// What an entry has done.
  struct Applied {
    let outcome: RecordResult.Outcome
    let record: Record
    /// The server chose the record's name.
    let isNameChosen: Bool
  }

  /// Checks an entry of a city.
  init(_ entry: RecordEntry, city: String, caller: Caller, environment: ServiceEnvironment) throws {
    var violations = Violations()
    violations.requestID(entry.requestID)
    let eventTime = violations.eventTime(entry.eventTime, now: environment.clock())
    violations.value(entry.mode, "mode")
    guard let resource = entry.record?.resource?.stored else {
      violations.missing("record")
      throw violations.error
    }
    if entry.mode == .restore, !caller.loadsHistory {
      throw Failure.make(
        .permissionDenied,
        LocalizedText("mode RESTORE needs GRANT_HISTORY_LOAD", "按原状恢复须有历史数据导入权限"),
        metadata: ["permission": "GRANT_HISTORY_LOAD"]
      )
    }
    let request = RecordRequest(mode: entry.mode, eventTime: eventTime, city: city, caller: caller)
    // As an entry of a stream or of a push, an entry is the same one.
    let key = try IdempotencyKey(entry, caller: caller, method: RecordServiceMethods.importRecords.method)
    self = try Self.open(resource, request, key, environment.referrers, &violations)
  }

  private init(
    type: ResourceType,
    ties: RecordTies,
    key: IdempotencyKey,
    first: @escaping @Sendable (_ bytes: [UInt8]) throws -> RecordResult,
    apply: @escaping @Sendable (any StoreTransaction) throws -> Applied
  ) {
    self.type = type
    self.ties = ties
    self.key = key
    self.apply = apply
    self.first = first
  }

  private static func open<Resource: StoredResource>(
    _ resource: Resource,
    _ request: RecordRequest,
    _ key: IdempotencyKey,
    _ referrers: Referrers,
    _ violations: inout Violations
  ) throws -> RecordIntake {
    let entry = try RecordChange(resource, request, referrers, &violations)
    return RecordIntake(
      type: Resource.resourceType,
      ties: RecordTies(resource, requestID: key.requestID, isDeletion: request.mode == .delete),
      key: key,
      first: { bytes in
        let resource = try Resource(serialized: bytes)
        return .with {
          $0.outcome = .present
          $0.name = resource.name
          $0.etag = resource.etag
        }
      },
      apply: { try entry.apply(in: $0) }
    )
  }
}

/// What an entry asks, beside its record.
struct RecordRequest: Sendable {
  let mode: RecordEntry.Mode
  let eventTime: Instant?
  let city: String
  let caller: Caller
}
