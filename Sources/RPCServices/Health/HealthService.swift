public import RPCCore

/// The standard health service, `grpc.health.v1.Health` (grpc/doc/health-checking.md): one status a service, and one under
/// the empty name for the server as a whole.
///
/// A server registers it, calls `startServing` once it takes calls and `stopServing` when it begins to drain.
public struct HealthService: RPCService {
  /// Whether a service takes calls.
  public enum ServingStatus: Sendable, Hashable {
    /// It does.
    case serving
    /// It does not.
    case notServing
  }

  /// `grpc.health.v1.Health`.
  public static var serviceDescriptor: ServiceDescriptor { HealthMethods.serviceDescriptor }

  private let board = HealthBoard()

  /// A health service that knows only the server as a whole, which is not serving yet.
  public init() { board.set(.notServing, for: [""]) }

  /// Adds the handlers of Check, List and Watch.
  public func register(in router: inout RPCRouter) { HealthHandlers(board: board).register(in: &router) }

  /// Sets the status of a service, or of the server as a whole with the empty name. Watchers are told. Without effect
  /// after `stopServing`.
  public func setStatus(_ status: ServingStatus, for service: String) {
    board.set(status == .serving ? .serving : .notServing, for: [service])
  }

  /// The server takes calls: it and these services are serving.
  public func startServing(_ services: [ServiceDescriptor]) {
    board.set(.serving, for: [""] + services.map(\.name))
  }

  /// The server begins to drain: nothing is serving any more, and that is final. Watchers are told.
  public func stopServing() { board.close() }
}
