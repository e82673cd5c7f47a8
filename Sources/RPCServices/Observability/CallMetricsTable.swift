internal import Metrics
internal import RPCCore
internal import Synchronization

/// The metrics of all methods that were called, on one side.
final class CallMetricsTable: Sendable {
  private let side: String
  private let factory: any MetricsFactory
  private let metrics = Mutex<[String: CallMetrics]>([:])

  /// For the side `server` or `client`.
  init(side: String, factory: any MetricsFactory) {
    self.side = side
    self.factory = factory
  }

  func metrics(of method: RPCMethod) -> CallMetrics {
    metrics.withLock { table in
      if let metrics = table[method.path] { return metrics }
      let metrics = CallMetrics(side: side, method: method, factory: factory)
      table[method.path] = metrics
      return metrics
    }
  }
}
