/// Why a JSON text is not a service config.
public struct InvalidServiceConfig: Error, Sendable, Hashable, CustomStringConvertible {
  /// The value's place, as `methodConfig[0].retryPolicy.maxAttempts`; empty for the whole text.
  public let path: String
  /// What was expected and what came.
  public let problem: String

  /// The place and the problem in one line.
  public var description: String {
    path.isEmpty ? "the service config: \(problem)" : "the service config's \(path): \(problem)"
  }
}
