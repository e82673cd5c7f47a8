public import NIOCore
internal import Synchronization

/// Held by every value through which a user can reach a call; when the last one goes, the call is cancelled.
///
/// The stream itself cannot tell, since its transport holds it too.
@usableFromInline
final class ClientCallLifetime: Sendable {
  @usableFromInline let stream: any ClientStream
  private let compressed = Atomic(0)

  /// The call that is being served, and what it knows this one by.
  private let serverCall: (context: ServerContext, id: UInt64)?

  @usableFromInline
  init(_ stream: any ClientStream, options: CallOptions) {
    self.stream = stream
    serverCall =
      options.followsServerCall
      ? ServerContext.current.map { context in (context, context.onCancel { [weak stream] in stream?.cancel() }) } : nil
  }

  /// The next response, decompressed; nil once the call has ended with OK.
  @usableFromInline
  func nextMessage() async throws(RPCError) -> ByteBuffer? {
    guard let message = try await stream.nextMessage() else { return nil }
    if message.isCompressed { compressed.add(1, ordering: .relaxed) }
    do throws(RPCError) {
      return try message.contents()
    } catch {
      stream.cancel()
      throw error
    }
  }

  /// How many of the responses taken so far came compressed.
  var compressedResponses: Int { compressed.load(ordering: .relaxed) }

  deinit {
    if let (context, id) = serverCall { context.forget(id) }
    stream.cancel()
  }
}
