internal import RedSailAPI

/// Counts what became of the entries of an import.
struct TicketImportTally {
  /// How many failures are reported with their details.
  static let detailedFailures = 1_000
  /// How many bytes of details are reported; an answer has to fit into the 4 MiB that callers take by default.
  static let detailBytes = 1 << 20
  /// How much of its message a failure without details keeps.
  static let shortMessage = 80

  /// Entries received.
  var received = 0
  /// Whether only failed entries are reported.
  var reportsFailuresOnly = false

  private var created = 0
  private var present = 0
  private var failed = 0
  private var results: [TicketImportResult] = []

  /// Counts an entry; entries come in the order in which they are stored.
  mutating func count(_ result: TicketImportResult) {
    switch result.outcome {
    case .receipt(let receipt):
      if receipt.alreadyPresent { present += 1 } else { created += 1 }
      if !reportsFailuresOnly { results.append(result) }
    case .error, nil:
      failed += 1
      results.append(result)
    }
  }

  /// The answer: results in order of index, the first thousand failures with their details.
  var response: ImportTicketsResponse {
    var response = ImportTicketsResponse()
    response.receivedCount = Int32(clamping: received)
    response.createdCount = Int32(clamping: created)
    response.presentCount = Int32(clamping: present)
    response.failedCount = Int32(clamping: failed)
    response.results = results.sorted { $0.index < $1.index }
    var (seen, bytes) = (0, 0)
    for index in response.results.indices {
      guard case .error(var error) = response.results[index].outcome else { continue }
      seen += 1
      bytes += error.message.utf8.count + error.details.reduce(0) { $0 + $1.value.count }
      guard seen > Self.detailedFailures || bytes > Self.detailBytes else { continue }
      error.details = []
      error.message = String(error.message.prefix(Self.shortMessage))
      response.results[index].outcome = .error(error)
    }
    return response
  }
}
