internal import CNghttp2

extension HTTP2Session {
  /// The peer's bound on streams that we may have open at once.
  public var peerConcurrentStreams: Int {
    Int(nghttp2_session_get_remote_settings(handle, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS))
  }

  /// Calls `body` with each open stream.
  public func forEachStream(_ body: (HTTP2Stream) -> Void) {
    var stream = firstStream
    while let current = stream {
      stream = current.next
      body(current)
    }
  }

  /// Keeps a stream alive while nghttp2 holds its address.
  func link(_ stream: HTTP2Stream) {
    stream.next = firstStream
    firstStream?.previous = stream
    firstStream = stream
    openStreams += 1
  }

  func unlink(_ stream: HTTP2Stream) {
    if let previous = stream.previous {
      previous.next = stream.next
    } else {
      firstStream = stream.next
    }
    stream.next?.previous = stream.previous
    stream.next = nil
    stream.previous = nil
    openStreams -= 1
    queuedBytes -= stream.queuedBytes
    stream.dropQueue()
    stream.isClosed = true
    stream.sendingEnded = true
  }
}
