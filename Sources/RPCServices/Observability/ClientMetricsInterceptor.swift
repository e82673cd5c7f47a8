public import Metrics
public import RPCCore

/// Measures the calls of a client as `ServerMetricsInterceptor` does those of a server, with `grpc_client_` in place of
/// `grpc_server_`.
public struct ClientMetricsInterceptor: ClientInterceptor {
  private let table: CallMetricsTable

  /// Measures through the metrics system of the process, or another factory.
  public init(factory: any MetricsFactory = MetricsSystem.factory) {
    table = CallMetricsTable(side: "client", factory: factory)
  }

  /// Counts the call as started.
  public func callWillStart(_ method: RPCMethod, options: inout CallOptions) async throws(RPCError) {
    table.metrics(of: method).callDidStart()
  }

  /// Counts the call as ended.
  public func callDidEnd(_ call: ClientCallSummary) {
    table.metrics(of: call.method).callDidEnd(
      call.code,
      duration: call.duration,
      received: call.received,
      sent: call.sent
    )
  }
}
