public import ProtobufRuntime

/// The responses of a streaming call: a value that can be kept and passed around, to be read by one task at a time.
///
/// The server may send more only as responses are taken. The call is cancelled by `cancel()`, by cancelling the task that
/// reads, and by letting go of the last copy (of the stream, its iterators and its `BidirectionalCall`).
public struct ResponseStream<Response: Message>: AsyncSequence, Sendable {
  /// One response.
  public typealias Element = Response
  /// A status other than OK ends the sequence by being thrown.
  public typealias Failure = RPCError

  @usableFromInline let call: ClientCallLifetime

  @usableFromInline
  init(_ call: ClientCallLifetime) { self.call = call }

  /// The metadata that the server sends before its first response; waits for it.
  public func initialMetadata() async throws(RPCError) -> Metadata { try await call.stream.initialMetadata() }

  /// The metadata that came with the status; empty before the end.
  public var trailingMetadata: Metadata { call.stream.trailingMetadata }

  /// How many of the responses taken so far came compressed.
  public var compressedResponses: Int { call.compressedResponses }

  /// Cancels the call; readers get CANCELLED.
  public func cancel() { call.stream.cancel() }

  /// Takes the responses one by one.
  public struct AsyncIterator: AsyncIteratorProtocol {
    @usableFromInline let call: ClientCallLifetime

    @usableFromInline
    init(_ call: ClientCallLifetime) { self.call = call }

    /// The next response; nil once the call has ended with OK.
    @inlinable
    public mutating func next() async throws(RPCError) -> Response? {
      guard let bytes = try await call.nextMessage() else { return nil }
      return try MessageCoding.decode(bytes)
    }

    /// The next response; nil once the call has ended with OK.
    @inlinable
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> Response? {
      guard let bytes = try await call.nextMessage() else { return nil }
      return try MessageCoding.decode(bytes)
    }
  }

  /// An iterator; all iterators of a stream take from the same responses.
  @inlinable
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(call) }
}
