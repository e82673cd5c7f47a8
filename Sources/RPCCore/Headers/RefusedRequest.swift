/// A request that is not a call which this server takes, and how to answer it.
public enum RefusedRequest: Error, Sendable {
  /// It is not gRPC: answer with this HTTP status and no body.
  case http(status: Int)
  /// Answer with Trailers-Only.
  case status(RPCError)
}
