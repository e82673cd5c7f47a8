/// Whether a channel can reach its server (grpc/doc/connectivity-semantics-and-api.md).
public enum ConnectivityState: Sendable, Hashable {
  /// No connection is wanted: no call has been made yet, or none for the idle timeout.
  case idle
  /// The name is being resolved, or a connection is being made.
  case connecting
  /// There is a connection.
  case ready
  /// No address could be connected to; attempts go on with back-off. Calls fail unless they wait for a connection.
  case transientFailure
  /// The channel was closed.
  case shutdown
}
