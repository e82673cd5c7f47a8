/// How a call of a client went.
public struct ClientCallSummary: Sendable {
  /// The method called.
  public let method: RPCMethod
  /// Why the call failed; nil if it ended with OK.
  public let error: RPCError?
  /// From the start, after the interceptors, to the end.
  public let duration: Duration
  /// The requests sent.
  public let sent: MessageTally
  /// The responses received; the bytes of compressed ones are those that came.
  public let received: MessageTally

  /// The status code of the call.
  public var code: StatusCode { error?.code ?? .ok }
}
