/// An import under way: takes the entries, sends them stream by stream and hands out their results. Sends a stream again
/// where it breaks.
struct ImportRun<Entries: AsyncSequence, Call: ImportCall> where Entries.Element == Call.Entry {
  private let call: Call
  private let options: CallOptions
  private let retries: RetryPolicy
  private var entries: Entries.AsyncIterator
  private var entriesAreOver = false
  private var resultCount = 0
  private var results: ArraySlice<Call.Result> = []

  init(_ entries: Entries, _ call: Call, options: CallOptions, retries: RetryPolicy) {
    self.call = call
    self.retries = retries
    self.entries = entries.makeAsyncIterator()
    var options = options
    // The results of 10,000 entries come in one message.
    options.maximumResponseBytes = options.maximumResponseBytes ?? 32 << 20
    self.options = options
  }

  /// The next entry's result; nil behind the last one. Entries are taken on the actor that asks.
  mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Call.Result? {
    while results.isEmpty {
      guard !entriesAreOver else { return nil }
      results = try await runStream(isolation: actor)[...]
    }
    return results.popFirst()
  }

  /// Sends entries until the stream is full or they are over, and gives back their results. Sends them again where the
  /// stream breaks.
  private mutating func runStream(isolation actor: isolated (any Actor)?) async throws -> [Call.Result] {
    var batch = ImportBatch<Call.Entry>()
    var stream: ClientStreamingCall<Call.Request, Call.Response>?
    var (sent, failures) = (0, 0)
    while true {
      try await fill(&batch, beyond: sent, isolation: actor)
      guard batch.count > 0 else { return [] }
      do throws(RPCError) {
        let current = stream ?? call.open(options)
        stream = current
        if sent < batch.completeMessages {
          try await current.send(call.message(batch.messages[sent], isFirst: sent == 0))
          sent += 1
        } else {
          let results = try await call.results(of: current.finish())
          return try checked(results, of: batch)
        }
      } catch {
        failures += 1
        guard error.code == .unavailable, failures < retries.maximumAttempts,
          try await retries.wait(before: failures, deadline: options.deadline)
        else { throw error }
        (stream, sent) = (nil, 0)
      }
    }
  }

  /// Takes entries until there is a message to send that was not `sent`, or no more come.
  private mutating func fill(
    _ batch: inout ImportBatch<Call.Entry>,
    beyond sent: Int,
    isolation actor: isolated (any Actor)?
  )
    async throws
  {
    while batch.completeMessages <= sent, !batch.isClosed {
      if let entry = try await entries.next(isolation: actor) {
        try batch.add(entry)
      } else {
        entriesAreOver = true
        batch.close()
      }
    }
  }

  /// The results with indexes of the whole input.
  private mutating func checked(
    _ results: [Call.Result],
    of batch: ImportBatch<Call.Entry>
  ) throws(RPCError) -> [Call.Result] {
    guard results.count == batch.count, results.indices.allSatisfy({ Int(results[$0][keyPath: call.index]) == $0 })
    else {
      throw RPCError(
        code: .internal,
        message:
          "the server answered an import of \(batch.count) entries with \(results.count) results, or not in order"
      )
    }
    let first = resultCount
    resultCount += batch.count
    return results.map { [call] result in
      var result = result
      result[keyPath: call.index] = Int32(clamping: first + Int(result[keyPath: call.index]))
      return result
    }
  }
}
