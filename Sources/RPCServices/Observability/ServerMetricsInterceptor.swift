public import Metrics
public import RPCCore

/// Measures the calls of a server through swift-metrics, under the names that gRPC users know from other languages:
/// `grpc_server_started_total`, `grpc_server_handled_total` (by `grpc_code`), `grpc_server_handling_seconds`,
/// `grpc_server_msg_received_total`, `grpc_server_msg_sent_total`; beside them `grpc_server_active_calls` and, as
/// distributions over calls, `grpc_server_call_received_bytes` and `grpc_server_call_sent_bytes`. All have the dimensions
/// `grpc_type`, `grpc_service` and `grpc_method`.
public struct ServerMetricsInterceptor: ServerInterceptor {
  private let table: CallMetricsTable

  /// Measures through the metrics system of the process, or another factory.
  public init(factory: any MetricsFactory = MetricsSystem.factory) {
    table = CallMetricsTable(side: "server", factory: factory)
  }

  /// Measures around the call.
  public func intercept<Result: Sendable>(
    _ context: ServerContext,
    next: @Sendable () async throws -> Result
  ) async throws -> Result {
    let metrics = table.metrics(of: context.method)
    metrics.callDidStart()
    let start = ContinuousClock.now
    var code = StatusCode.ok
    defer {
      metrics.callDidEnd(
        code,
        duration: start.duration(to: .now),
        received: context.received,
        sent: context.sent
      )
    }
    do {
      return try await next()
    } catch {
      code = RPCError(handlerError: error, context: context).code
      throw error
    }
  }
}
