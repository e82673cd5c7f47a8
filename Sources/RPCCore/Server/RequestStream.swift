public import ProtobufRuntime

/// The requests of a client-streaming or bidirectional call, taken one by one: the peer gets credit to send more only as
/// they are taken. To be read by one task at a time.
public struct RequestStream<Request: Message>: AsyncSequence, Sendable {
  /// One request.
  public typealias Element = Request
  /// Reading fails with CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED (message too large) or INTERNAL (wrong bytes).
  public typealias Failure = RPCError

  @usableFromInline let responder: ServerResponder

  @usableFromInline
  init(_ responder: ServerResponder) { self.responder = responder }

  /// Takes the requests one by one.
  public struct AsyncIterator: AsyncIteratorProtocol {
    @usableFromInline let responder: ServerResponder

    @usableFromInline
    init(_ responder: ServerResponder) { self.responder = responder }

    /// The next request; nil once the caller has sent its last one.
    @inlinable
    public mutating func next() async throws(RPCError) -> Request? {
      guard let bytes = try await responder.nextMessage() else { return nil }
      return try MessageCoding.decode(bytes)
    }

    /// The next request; nil once the caller has sent its last one.
    @inlinable
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> Request? {
      guard let bytes = try await responder.nextMessage() else { return nil }
      return try MessageCoding.decode(bytes)
    }
  }

  /// An iterator; all iterators of a stream take from the same requests.
  @inlinable
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(responder) }
}
