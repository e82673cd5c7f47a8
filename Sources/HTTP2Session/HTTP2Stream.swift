internal import CNghttp2
internal import NIOCore

/// One stream of an ``HTTP2Session``: the handle by which its user sends, and the place where it keeps its own state.
///
/// Not thread-safe: it belongs to the session's thread; as in the session, exclusivity is not checked at run time.
public final class HTTP2Stream {
  /// The number on the wire.
  @exclusivity(unchecked) public internal(set) var id: Int32

  /// The user's state for the stream; let go when the stream closes.
  @exclusivity(unchecked) public var context: AnyObject?

  /// True once the stream is gone.
  @exclusivity(unchecked) public internal(set) var isClosed = false

  /// Asks for ``HTTP2Event/sent(_:bytes:)``, by which a writer of many messages is held back.
  @exclusivity(unchecked) public var reportsSent = false

  /// Message bytes that wait for the peer's window or the socket.
  @exclusivity(unchecked) public internal(set) var queuedBytes = 0

  /// True once the end of this side's body was given and what came before it has gone out.
  public var hasEndedSending: Bool { sendingEnded && queuedBytes == 0 }

  /// True once trailers or the end of the body have been given.
  @exclusivity(unchecked) var sendingEnded = false
  @exclusivity(unchecked) var trailers: HeaderBlock?
  /// nghttp2 asked for data, got none, and waits to be told of more.
  @exclusivity(unchecked) var isDeferred = false
  /// The application asked for the reset that will be sent.
  @exclusivity(unchecked) var resetByApplication = false

  // Nearly always there is one buffer; the rest is allocated only where more wait.
  @exclusivity(unchecked) private var first = ByteBuffer()
  @exclusivity(unchecked) private var rest: CircularBuffer<ByteBuffer>?

  @exclusivity(unchecked) var next: HTTP2Stream?
  @exclusivity(unchecked) unowned(unsafe) var previous: HTTP2Stream?

  init(id: Int32) {
    self.id = id
  }

  func enqueue(_ bytes: ByteBuffer) {
    queuedBytes += bytes.readableBytes
    if first.readableBytes == 0 {
      first = bytes
    } else if rest == nil {
      rest = [bytes]
    } else {
      rest?.append(bytes)
    }
  }

  /// Moves `count` queued bytes to the end of `output`.
  func dequeue(_ count: Int, into output: inout ByteBuffer) {
    var missing = count
    queuedBytes -= count
    while missing > 0 {
      let size = first.readableBytes
      if size > missing {
        guard var part = first.readSlice(length: missing) else { return }
        output.writeBuffer(&part)
        return
      }
      missing -= size
      output.writeBuffer(&first)
      first = rest?.popFirst() ?? ByteBuffer()
    }
  }

  func dropQueue() {
    queuedBytes = 0
    first = ByteBuffer()
    rest = nil
    trailers = nil
  }
}
