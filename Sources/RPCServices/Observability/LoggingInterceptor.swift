public import Logging
public import RPCCore

/// Logs each call of a server when it has ended: method, peer, code, duration, messages each way.
///
/// Successful calls and errors that are the caller's are logged at debug and info level, the server's own (UNKNOWN,
/// INTERNAL, DATA_LOSS, UNIMPLEMENTED left out) at error level with what led to them. Metadata and messages are never
/// logged: they may hold secrets and personal data. Of an error that is the caller's its reason and fields are logged,
/// not its text, which may repeat what the caller sent.
public struct LoggingInterceptor: ServerInterceptor {
  private let logger: Logger

  /// Logs to a logger.
  public init(logger: Logger) { self.logger = logger }

  /// Logs around the call.
  public func intercept<Result: Sendable>(
    _ context: ServerContext,
    next: @Sendable () async throws -> Result
  ) async throws -> Result {
    let start = ContinuousClock.now
    do {
      let result = try await next()
      log(context, nil, start.duration(to: .now))
      return result
    } catch {
      log(context, error, start.duration(to: .now))
      throw error
    }
  }

  private func log(_ context: ServerContext, _ thrown: (any Error)?, _ duration: Duration) {
    let error = thrown.map { RPCError(handlerError: $0, context: context) }
    let code = error?.code ?? .ok
    logger.log(
      level: Self.level(code),
      "call ended",
      metadata: {
        var metadata: Logger.Metadata = [
          "grpc.method": "\(context.method)", "grpc.code": "\(code)", "grpc.peer": "\(context.peer)",
          "grpc.duration_ms": "\(duration / .milliseconds(1))",
          "grpc.received": "\(context.received.messages)", "grpc.sent": "\(context.sent.messages)",
        ]
        if let error { metadata.merge(Self.describe(error)) { first, _ in first } }
        if let cause = error?.cause { metadata["cause"] = "\(cause)" }
        return metadata
      }()
    )
  }

  private static func describe(_ error: RPCError) -> Logger.Metadata {
    var metadata: Logger.Metadata = [:]
    if level(error.code) > .info { metadata["grpc.message"] = "\(error.message)" }
    if let reason = error.errorInfo?.reason { metadata["grpc.reason"] = "\(reason)" }
    let fields = error.fieldViolations.map(\.field)
    if !fields.isEmpty { metadata["grpc.fields"] = "\(fields.joined(separator: ", "))" }
    return metadata
  }

  private static func level(_ code: StatusCode) -> Logger.Level {
    switch code {
    case .ok: .debug
    case .unknown, .internal, .dataLoss: .error
    case .unavailable, .deadlineExceeded, .resourceExhausted: .warning
    default: .info
    }
  }
}
