extension Store {
  /// Runs a write once for each idempotency key: a repetition gets the first answer, without running `body`.
  ///
  /// Throws `StoreError.requestIDReused` if the id was used for another method or payload. Without a key `body` runs
  /// every time.
  public func write(
    _ context: WriteContext,
    idempotency key: IdempotencyKey?,
    _ body: @escaping @Sendable (any StoreTransaction) throws -> WriteAnswer
  ) async throws -> WriteOutcome {
    try await write(context) { transaction in
      if let key, let first = try transaction.answer(to: key) {
        return WriteOutcome(bytes: first, isReplay: true)
      }
      let answer = try body(transaction)
      if let key {
        try transaction.remember(answer, to: key)
      }
      return WriteOutcome(bytes: answer.bytes, isReplay: false)
    }
  }
}
