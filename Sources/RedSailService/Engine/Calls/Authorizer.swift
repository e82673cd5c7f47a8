public import RPCCore
public import RedSailAPI

/// Decides whether a call may go on, before its request is looked at (AIP-211).
public protocol Authorizer: Sendable {
  /// The caller behind a call, if the method's rule lets them in. Throws UNAUTHENTICATED or PERMISSION_DENIED.
  func authorize(_ context: ServerContext, rule: AuthorizationRule) async throws -> Caller
}
