public import NIOCore

/// A way to reach a server: a connection, a set of balanced connections, or a server in the same process.
///
/// Non-generic and about bytes only; the typed calls in its extensions, and through them the generated clients, stand on it.
/// Request messages are framed (they begin with their 5-byte prefix, uncompressed), response messages are not, and come
/// compressed or not.
///
/// An implementation
/// - fixes the deadline at the start (`CallOptions.effectiveDeadline`), fails at once with DEADLINE_EXCEEDED if it has
///   passed, sends it as `grpc-timeout` and ends the call with DEADLINE_EXCEEDED when it passes;
/// - compresses requests as `CallOptions.compression` says;
/// - refuses messages above the limits with RESOURCE_EXHAUSTED;
/// - cancels the call on the wire when the calling task is cancelled, and then throws CANCELLED.
public protocol RPCChannel: Sendable {
  /// Makes a call with one request and one response; a status other than OK is thrown, with the trailing metadata.
  func unary(_ method: RPCMethod, request: ByteBuffer, options: CallOptions) async throws(RPCError) -> ClientReply

  /// Starts any other call and comes back at once; where the call cannot even begin, the stream's functions throw.
  ///
  /// With `request` set it is the only request and the sending side is closed behind it.
  func makeStream(_ method: RPCMethod, request: ByteBuffer?, options: CallOptions) -> any ClientStream
}
