internal import RedSailClient

/// Loads the tickets of a file with their history. One that is merged into a later one is tried again after it.
struct TicketLoad {
  private typealias Refused = (row: (line: Int, row: TicketRow), result: TicketImportResult)

  let tickets: ResourceCollection<Ticket>
  let isValidation: Bool
  let file: String
  private var later: [(line: Int, row: TicketRow)] = []

  init(tickets: ResourceCollection<Ticket>, isValidation: Bool, file: String) {
    self.tickets = tickets
    self.isValidation = isValidation
    self.file = file
  }

  /// Loads some; those that refer to what is not there yet wait for `finish`.
  mutating func load(_ rows: [(line: Int, row: TicketRow)], _ tally: ImportTally) async throws {
    later += try await send(rows, tally).map(\.row)
  }

  /// Tries again what waits, as long as that helps.
  mutating func finish(_ tally: ImportTally) async throws {
    while !later.isEmpty {
      var refused: [Refused] = []
      for start in stride(from: 0, to: later.count, by: ImportRows.ticketsAside) {
        refused += try await send(Array(later[start...].prefix(ImportRows.ticketsAside)), tally)
      }
      let helped = refused.count < later.count
      later = helped ? refused.map(\.row) : []
      if !helped { for (row, result) in refused { tally.count(result, file, row.line) } }
    }
  }

  /// Sends rows; gives back those that refer to what is not there.
  private func send(
    _ rows: [(line: Int, row: TicketRow)],
    _ tally: ImportTally
  ) async throws -> [Refused] {
    var missing: [Refused] = []
    var position = 0
    for try await result in tickets.import(rows.map(\.row.request), validateOnly: isValidation) {
      let row = rows[position]
      position += 1
      if isValidation, tally.waits(result, file, row.line) { continue }
      if result.error?.reason == .referenceNotFound {
        missing.append((row, result))
        continue
      }
      if !isValidation, let rating = row.row.rating, let receipt = result.receipt {
        do {
          try await rate(receipt, rating)
        } catch let error as RPCError where error.errorInfo != nil {
          // The ticket is there, but not all of its row; the rows behind it are loaded all the same.
          tally.fail(file, row.line, Failure(error))
          continue
        }
      }
      tally.count(result, file, row.line)
    }
    return missing
  }

  /// Enters what the complainant said on their own; where an earlier run has done so, it stays.
  private func rate(_ receipt: TicketReceipt, _ rating: Ticket.Feedback) async throws {
    if receipt.alreadyPresent, try await tickets.get(receipt.name).feedback == rating { return }
    try await tickets.rate(receipt.name, feedback: rating) { $0.eventTime = rating.eventTime }
  }
}
