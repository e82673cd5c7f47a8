/// Where the handlers of a service run.
public enum HandlerExecution: Sendable {
  /// On the event loop of the call's connection: fastest, for handlers that never block or compute for long.
  case connection
  /// On Swift's global pool, for handlers that compute for long; costs two thread hops a call.
  case globalPool

  var executor: (any TaskExecutor)? {
    switch self {
    case .connection: nil
    case .globalPool: globalConcurrentExecutor
    }
  }
}
