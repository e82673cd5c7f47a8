internal import RedSailAPI

/// Counts what became of the entries of an import, and keeps the answer within the 4 MiB that callers take by default.
struct RecordImportTally {
  /// Entries received.
  var received = 0
  /// Whether only failed entries are reported.
  var reportsFailuresOnly = false

  private var counts: [RecordResult.Outcome: Int] = [:]
  private(set) var results: [RecordResult] = []
  private var detailed = 0
  private var detailBytes = 0

  /// Counts results; they come in order of index.
  mutating func count(_ new: [RecordResult]) {
    for result in new {
      counts[result.outcome, default: 0] += 1
      if result.outcome == .failed {
        results.append(bounded(result))
      } else if !reportsFailuresOnly {
        results.append(result)
      }
    }
  }

  /// The answer.
  var response: ImportRecordsResponse {
    func count(_ outcome: RecordResult.Outcome) -> Int32 { Int32(clamping: counts[outcome] ?? 0) }
    return .with {
      $0.receivedCount = Int32(clamping: received)
      $0.createdCount = count(.created)
      $0.updatedCount = count(.updated)
      $0.presentCount = count(.present)
      $0.deletedCount = count(.deleted)
      $0.failedCount = count(.failed)
      $0.results = results
    }
  }

  /// Cuts the error of an entry short where those before have taken the room.
  private mutating func bounded(_ result: RecordResult) -> RecordResult {
    guard let error = result.error else { return result }
    detailed += 1
    detailBytes += error.message.utf8.count + error.localizedMessage.utf8.count
    detailBytes += error.violations.reduce(0) { $0 + $1.field.utf8.count + $1.description.utf8.count }
    detailBytes += error.metadata.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    guard detailed > TicketImportTally.detailedFailures || detailBytes > TicketImportTally.detailBytes else {
      return result
    }
    var result = result
    result.error = .with {
      $0.code = error.code
      $0.reason = error.reason
      $0.message = String(error.message.prefix(TicketImportTally.shortMessage))
    }
    return result
  }
}
