extension CityClient {
  /// Records of every kind in one place (数据交换): import, export, look-up by external id, merge, split.
  public var records: CityRecords { CityRecords(city: self) }
}

/// The records of a city, whatever their kind.
public struct CityRecords: Sendable {
  let city: CityClient

  private var client: RecordServiceClient { RecordServiceClient(city.redsail.channel) }

  /// Loads records in bulk: see ``RecordImport``. Nothing is sent before you read it.
  ///
  /// `validateOnly` checks the entries and stores nothing. The options' timeout holds for each stream; there is none by default.
  public func `import`<Entries: AsyncSequence>(
    _ entries: Entries,
    validateOnly: Bool = false,
    options: CallOptions = CallOptions()
  ) -> RecordImport<Entries> where Entries.Element == RecordEntry {
    RecordImport(
      entries: entries,
      call: RecordImportCall(client: client, parent: city.name, validateOnly: validateOnly),
      options: options,
      retries: city.redsail.retries
    )
  }

  /// Loads records in bulk from a collection, or from a lazy sequence that makes the entries one by one.
  public func `import`<Entries: Sequence<RecordEntry>>(
    _ entries: Entries,
    validateOnly: Bool = false,
    options: CallOptions = CallOptions()
  ) -> RecordImport<ImportEntries<Entries>> {
    self.import(ImportEntries(entries), validateOnly: validateOnly, options: options)
  }

  /// Reads all records of some kinds as they are at one revision: see ``RecordExport``.
  ///
  /// - `kinds`: such as `Firm.resourceType`; all that you may read if empty.
  /// - `division`: only records in this division or below it; the whole city if empty.
  /// - `revision`: 0 for the latest.
  public func export(
    kinds: [String] = [],
    division: String = "",
    showDeleted: Bool = false,
    revision: Int64 = 0,
    options: CallOptions = CallOptions()
  ) -> RecordExport {
    let request = ExportRecordsRequest.with {
      $0.parent = city.name
      $0.kinds = kinds
      $0.division = city.divisions.name(of: division)
      $0.showDeleted = showDeleted
      $0.revision = revision
    }
    return RecordExport(
      pages: RecordExport.Pages(client: client, request: request, options: options, retries: city.redsail.retries)
    )
  }

  /// The live records that carry an identifier of another system, at most 100.
  public func find(
    _ id: String,
    of sourceSystem: String,
    kinds: [String] = [],
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> [AnyRecord] {
    let request = FindRecordsRequest.with {
      $0.parent = city.name
      $0.sourceSystem = sourceSystem
      $0.externalID = id
      $0.kinds = kinds
    }
    return try await client.findRecords(request, options: options).records
  }

  /// Merges records into one of their kind (合并): what refers to them then refers to it. Names are whole names.
  @discardableResult
  public func merge(
    _ predecessors: [String],
    into successor: String,
    reason: String = "",
    options: CallOptions = CallOptions(),
    with fill: (inout MergeRecordsRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Succession {
    var request = MergeRecordsRequest.with {
      $0.predecessors = predecessors
      $0.successor = successor
      $0.reason = reason
      $0.requestID = RequestID.random()
    }
    fill(&request)
    return try await client.mergeRecords(request, options: options)
  }

  /// Splits a record (拆分): what refers to it is moved to its successors, which are there already. Names are whole names.
  ///
  /// - `moves`: which record shall refer to which successor.
  /// - `remaining`: the successor of all other references; empty if there must be none.
  @discardableResult
  public func split(
    _ predecessor: String,
    into successors: [String],
    moves: [SplitRecordRequest.Move] = [],
    remaining: String = "",
    reason: String = "",
    options: CallOptions = CallOptions(),
    with fill: (inout SplitRecordRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Succession {
    var request = SplitRecordRequest.with {
      $0.predecessor = predecessor
      $0.successors = successors
      $0.moves = moves
      $0.remainingSuccessor = remaining
      $0.reason = reason
      $0.requestID = RequestID.random()
    }
    fill(&request)
    return try await client.splitRecord(request, options: options)
  }
}
