internal import ProtobufRuntime
public import RPCCore
internal import RedSailAPI

/// Tells a caller whose request is no message what errors of RedSail always tell: the reason, the field, a message in
/// Chinese. The code stays INTERNAL, gRPC's for this (grpc/doc/statuscodes.md).
public struct UndecodableRequests: ServerInterceptor {
  /// Makes the interceptor.
  public init() {}

  /// Adds the details to an error that decoding caused.
  public func intercept<Result: Sendable>(
    _ context: ServerContext,
    next: @Sendable () async throws -> Result
  ) async throws -> Result {
    do {
      return try await next()
    } catch let error as RPCError {
      guard let cause = error.cause as? ProtobufRuntime.DecodingError else { throw error }
      let text = LocalizedText(error.message, "请求内容无法解析为 \(cause.message)")
      var violations = Violations()
      if !cause.path.isEmpty { violations.add(cause.path, .undecodableRequest, text) }
      throw Failure.make(.undecodableRequest, text, violations: violations.all)
    }
  }
}
