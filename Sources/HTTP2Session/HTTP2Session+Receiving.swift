internal import CNghttp2
public import NIOCore

extension HTTP2Session {
  /// Reads bytes of the peer; what they mean waits in ``nextEvent()``.
  ///
  /// - Throws: ``HTTP2SessionError`` where the connection cannot go on. Drain once more (a GOAWAY may be waiting), then
  ///   close.
  public func receive(_ bytes: ByteBuffer, at now: NIODeadline) throws {
    self.now = now
    guard !isOver else { return }
    input = bytes
    let result = bytes.withUnsafeReadableBytes { readable -> Int in
      inputAddress = readable.baseAddress
      return nghttp2_session_mem_recv(
        handle,
        readable.baseAddress?.assumingMemoryBound(to: UInt8.self),
        readable.count
      )
    }
    input = ByteBuffer()
    inputAddress = nil
    if result < 0 {
      throw error(for: Int32(result))
    }
    let queued = nghttp2_session_get_outbound_queue_size(handle)
    if queued > configuration.limits.queuedControlFrames + 2 * openStreams {
      end(for: .queuedControlFrames)
      throw HTTP2SessionError.limitReached(.queuedControlFrames)
    }
  }

  /// Tells the peer that `bytes` of a stream's data were taken by the application, so that it may send as many more.
  ///
  /// To be called for every byte of every ``HTTP2Event/data(_:_:)``, also after the stream has closed.
  public func consume(_ stream: HTTP2Stream, bytes: Int) {
    guard bytes > 0 else { return }
    if stream.isClosed {
      nghttp2_session_consume_connection(handle, bytes)
    } else {
      nghttp2_session_consume(handle, stream.id, bytes)
    }
  }

  /// Ends the connection because of a limit: GOAWAY with ENHANCE_YOUR_CALM; what still arrives is ignored.
  func end(for limit: HTTP2Limit) {
    guard !isTerminated else { return }
    events.append(.limitReached(limit))
    terminate(.enhanceYourCalm)
  }

  private func error(for code: Int32) -> HTTP2SessionError {
    if let peerViolation { return .peerViolation(peerViolation) }
    switch code {
    case NGHTTP2_ERR_BAD_CLIENT_MAGIC.rawValue:
      return .peerViolation("the connection does not start with the HTTP/2 preface")
    case NGHTTP2_ERR_TOO_MANY_CONTINUATIONS.rawValue:
      events.append(.limitReached(.continuationFrames))
      return .limitReached(.continuationFrames)
    case NGHTTP2_ERR_FLOODED.rawValue:
      events.append(.limitReached(.queuedControlFrames))
      return .limitReached(.queuedControlFrames)
    default:
      return .library(String(cString: nghttp2_strerror(code)))
    }
  }
}
