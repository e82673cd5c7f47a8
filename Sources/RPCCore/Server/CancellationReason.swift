/// Why a call ended before its handler was done.
public enum CancellationReason: Sendable, Hashable {
  /// The peer cancelled the call, or its connection broke.
  case peer
  /// The deadline passed.
  case deadline
  /// The server stops and will not wait for the call any longer.
  case shutdown

  /// The error that the handler's reads and writes, and the caller where it can still be told, get.
  public var error: RPCError {
    switch self {
    case .peer: RPCError(code: .cancelled, message: "the call was cancelled by its caller")
    case .deadline: RPCError(code: .deadlineExceeded, message: "the deadline passed before the call was done")
    case .shutdown: RPCError(code: .unavailable, message: "the server is shutting down")
    }
  }
}
