/// Code around every call of a server, whatever its kind: refuses calls, changes errors, measures, logs.
public protocol ServerInterceptor: Sendable {
  /// Runs around the handler. Calls `next` once and gives back its result, or throws without calling it to refuse the
  /// call. An error that `next` throws may be replaced. How many messages passed stands in the context.
  func intercept<Result: Sendable>(
    _ context: ServerContext,
    next: @Sendable () async throws -> Result
  ) async throws -> Result
}
