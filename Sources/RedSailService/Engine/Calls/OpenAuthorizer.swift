public import RPCCore
public import RedSailAPI

/// Lets everyone do everything: for a server that listens on loopback only, and for tests.
public struct OpenAuthorizer: Authorizer {
  private let caller: Caller

  /// - Parameter loadsHistory: Whether callers hold the grant to load history.
  public init(loadsHistory: Bool = true) {
    caller = Caller(id: "anyone", actor: "anyone", loadsHistory: loadsHistory)
  }

  /// Gives the same caller for every call.
  public func authorize(_ context: ServerContext, rule: AuthorizationRule) async throws -> Caller { caller }
}
