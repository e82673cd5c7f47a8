extension RPCError {
  /// INVALID_ARGUMENT that names the wrong fields; with a `reason`, which belongs to a `domain`, for machines (AIP-193).
  public static func invalidArgument(
    _ message: String,
    violations: [GoogleRPC.BadRequest.FieldViolation] = [],
    reason: String = "",
    domain: String = ""
  ) -> RPCError {
    var error = RPCError(code: .invalidArgument, message: message)
    if !violations.isEmpty { error.addDetail(GoogleRPC.BadRequest.with { $0.fieldViolations = violations }) }
    if !reason.isEmpty { error.addDetail(GoogleRPC.ErrorInfo(reason: reason, domain: domain)) }
    return error
  }

  /// RESOURCE_EXHAUSTED that names the quotas that are used up, with the time after which to try again where it is known.
  public static func resourceExhausted(
    _ message: String,
    violations: [GoogleRPC.QuotaFailure.Violation],
    retryDelay: Duration? = nil
  ) -> RPCError {
    var error = RPCError(code: .resourceExhausted, message: message)
    error.addDetail(GoogleRPC.QuotaFailure.with { $0.violations = violations })
    if let retryDelay { error.addDetail(GoogleRPC.RetryInfo(retryDelay: retryDelay)) }
    return error
  }

  /// FAILED_PRECONDITION that names what does not hold.
  public static func failedPrecondition(
    _ message: String,
    violations: [GoogleRPC.PreconditionFailure.Violation]
  ) -> RPCError {
    var error = RPCError(code: .failedPrecondition, message: message)
    error.addDetail(GoogleRPC.PreconditionFailure.with { $0.violations = violations })
    return error
  }

  /// UNAVAILABLE with the time after which to try again.
  public static func unavailable(_ message: String, retryDelay: Duration) -> RPCError {
    RPCError(code: .unavailable, message: message).adding(GoogleRPC.RetryInfo(retryDelay: retryDelay))
  }
}
