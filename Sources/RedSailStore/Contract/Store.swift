/// The storage contract. Every backend passes the one shared test suite.
///
/// Nothing that `write` returns is lost: it returns only after the transaction is durable. Calls never block the caller's
/// thread or event loop.
public protocol Store: Sendable {
  /// The kinds it was opened with.
  var schema: StoreSchema { get }

  /// Runs a closure in a transaction of its own as far as the closure can tell: writers that wait at the same time
  /// share one commit, each in a savepoint, so a closure that throws undoes only its own writes.
  ///
  /// The closure runs exactly once, on the store's thread, and must not wait for anything. Throws what the closure
  /// throws, or `StoreError.commitFailed`, after which nothing was kept.
  func write<Answer: Sendable>(
    _ context: WriteContext,
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Answer
  ) async throws -> Answer

  /// Runs a closure on a consistent snapshot that includes everything acknowledged before the call.
  func read<Answer: Sendable>(
    _ context: ReadContext,
    _ body: @escaping @Sendable (any StoreSnapshot) throws -> Answer
  ) async throws -> Answer

  /// The cities that have a change, in order.
  func cities() async throws -> [String]

  /// Waits until the city's latest revision is above `revision` and returns the latest; costs nothing while it waits.
  /// Throws `CancellationError` if the task is cancelled and `StoreError.closed` if the store closes.
  func waitForRevision(of city: String, beyond revision: Revision) async throws -> Revision

  /// Removes change-log entries up to a revision, at most up to those younger than
  /// `IdempotencyKey.minimumRetentionDays`. Returns the city's new floor.
  @discardableResult
  func compactChanges(of city: String, through revision: Revision) async throws -> Revision

  /// Forgets answers to requests older than this; never those younger than `IdempotencyKey.minimumRetentionDays`.
  /// Returns how many were forgotten.
  @discardableResult
  func forgetAnswers(before time: Instant) async throws -> Int

  /// The value of a mark of the whole database, for instance that it holds a demonstration.
  func mark(_ name: String) async throws -> [UInt8]?

  /// Sets a mark if it is not set yet; returns the value that stands.
  @discardableResult
  func setMark(_ name: String, ifAbsent value: [UInt8]) async throws -> [UInt8]

  /// Checks the database's structure; `thorough` also compares indexes with tables. Throws `StoreError.damaged`.
  func checkIntegrity(thorough: Bool) async throws

  /// Finishes waiting writes, refuses new ones and releases the directory.
  func close() async throws
}
