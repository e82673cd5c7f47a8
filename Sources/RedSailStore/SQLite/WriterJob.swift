/// A write that waits for its turn.
struct WriterJob: Sendable {
  /// Told, once, whether the shared transaction was committed (nil) or why not.
  typealias Finish = @Sendable (_ commitError: (any Error)?) -> Void

  let context: WriteContext

  /// Runs the caller's closure; returns what resumes the caller after the commit.
  let attempt: @Sendable (SQLiteTransaction) throws -> Finish

  /// Resumes the caller with an error.
  let fail: @Sendable (any Error) -> Void
}
