/// Code before and after every call of a client, whatever its kind: adds credentials, sets deadlines, measures, logs.
public protocol ClientInterceptor: Sendable {
  /// Before the call goes out: may change its options, or throw to refuse it. It is waited for, so that it can fetch a
  /// token for instance. Does nothing unless implemented.
  func callWillStart(_ method: RPCMethod, options: inout CallOptions) async throws(RPCError)

  /// After the call has ended, well or not; exactly once for each call that was not refused by this interceptor or one
  /// before it. Does nothing unless implemented.
  func callDidEnd(_ call: ClientCallSummary)
}

extension ClientInterceptor {
  /// Does nothing.
  public func callWillStart(_ method: RPCMethod, options: inout CallOptions) async throws(RPCError) {}

  /// Does nothing.
  public func callDidEnd(_ call: ClientCallSummary) {}
}
