public import NIOCore

/// A call that failed before it began, for instance because its request cannot be encoded.
public final class FailedStream: ClientStream {
  private let error: RPCError

  /// A call that fails with `error` at everything that is asked of it.
  public init(_ error: RPCError) { self.error = error }

  /// Throws the error.
  public func send(_ message: ByteBuffer, compressed: Bool) async throws(RPCError) { throw error }
  /// Does nothing.
  public func finishSending() {}
  /// Throws the error.
  public func initialMetadata() async throws(RPCError) -> Metadata { throw error }
  /// Throws the error.
  public func nextMessage() async throws(RPCError) -> ReceivedMessage? { throw error }
  /// The metadata of the error.
  public var trailingMetadata: Metadata { error.metadata }
  /// Does nothing.
  public func cancel() {}
}
