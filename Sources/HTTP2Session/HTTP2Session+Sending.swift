internal import CNghttp2
public import NIOCore

extension HTTP2Session {
  /// Header blocks above this many bytes cannot be sent (nghttp2's own bound on what it packs).
  public static let maximumSentHeaderBytes = 64 * 1_024

  /// Client: opens a stream with a request. The body, if any, follows by ``send(_:on:)`` and ``endStream(_:)``.
  public func submitRequest(_ headers: HeaderBlock, endStream: Bool = false) throws -> HTTP2Stream {
    try checkSize(headers)
    let stream = HTTP2Stream(id: 0)
    stream.sendingEnded = endStream
    let id = headers.withNameValues { pairs, count in
      withProvider(for: endStream ? nil : stream) { provider in
        nghttp2_submit_request(handle, nil, pairs, count, provider, Unmanaged.passUnretained(stream).toOpaque())
      }
    }
    guard id > 0 else {
      throw id == NGHTTP2_ERR_STREAM_ID_NOT_AVAILABLE.rawValue
        ? HTTP2SessionError.noNewStreams : HTTP2SessionError.library(String(cString: nghttp2_strerror(id)))
    }
    stream.id = id
    link(stream)
    return stream
  }

  /// Server: answers a request. Data and trailers follow unless `endStream` is set.
  public func submitResponse(_ headers: HeaderBlock, on stream: HTTP2Stream, endStream: Bool = false) throws {
    guard !stream.isClosed, !stream.sendingEnded else { throw HTTP2SessionError.streamEnded }
    try checkSize(headers)
    stream.sendingEnded = endStream
    let result = headers.withNameValues { pairs, count in
      withProvider(for: endStream ? nil : stream) { provider in
        nghttp2_submit_response(handle, stream.id, pairs, count, provider)
      }
    }
    try Self.check(result)
  }

  /// Queues part of a body. The buffer is shared, not copied, until it goes out.
  ///
  /// - Throws: ``HTTP2SessionError/limitReached(_:)`` with ``HTTP2Limit/queuedBytes`` where the peer has left too much
  ///   unread, ``HTTP2SessionError/streamEnded`` where the stream cannot take data.
  public func send(_ bytes: ByteBuffer, on stream: HTTP2Stream) throws {
    guard !stream.isClosed, !stream.sendingEnded else { throw HTTP2SessionError.streamEnded }
    let size = bytes.readableBytes
    guard size > 0 else { return }
    guard queuedBytes == 0 || queuedBytes + size <= configuration.limits.queuedBytes else {
      events.append(.limitReached(.queuedBytes))
      throw HTTP2SessionError.limitReached(.queuedBytes)
    }
    queuedBytes += size
    stream.enqueue(bytes)
    resume(stream)
  }

  /// Ends a body; what is queued goes out first.
  public func endStream(_ stream: HTTP2Stream) {
    guard !stream.isClosed, !stream.sendingEnded else { return }
    stream.sendingEnded = true
    resume(stream)
  }

  /// Ends a body with trailers; what is queued goes out first.
  public func submitTrailers(_ trailers: HeaderBlock, on stream: HTTP2Stream) throws {
    guard !stream.isClosed, !stream.sendingEnded else { throw HTTP2SessionError.streamEnded }
    try checkSize(trailers)
    stream.sendingEnded = true
    stream.trailers = trailers
    resume(stream)
  }

  /// Ends a stream at once; what is queued for it is dropped. ``HTTP2Event/closed(_:_:)`` follows when it has gone out.
  public func reset(_ stream: HTTP2Stream, _ code: HTTP2ErrorCode) {
    guard !stream.isClosed, !stream.resetByApplication else { return }
    stream.resetByApplication = true
    stream.sendingEnded = true
    nghttp2_submit_rst_stream(handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, code.rawValue)
  }

  /// Sends a PING; ``HTTP2Event/pingAcknowledged(_:)`` follows with the same number.
  public func ping(_ number: UInt64) {
    withUnsafeBytes(of: number.bigEndian) { bytes in
      _ = nghttp2_submit_ping(
        handle,
        UInt8(NGHTTP2_FLAG_NONE.rawValue),
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      )
    }
  }

  /// Takes the bytes to write next: all there are, or a little more than `limit`. Nil where there are none.
  ///
  /// - Throws: ``HTTP2SessionError/library(_:)`` where nghttp2 fails for good.
  public func drain(upTo limit: Int) throws -> ByteBuffer? {
    // In place where the last buffer has been written, in new memory where it is still on its way.
    output.clear()
    outputLimit = limit
    while output.readableBytes < limit {
      var bytes: UnsafePointer<UInt8>?
      let count = nghttp2_session_mem_send(handle, &bytes)
      if count < 0 {
        throw HTTP2SessionError.library(String(cString: nghttp2_strerror(Int32(count))))
      }
      guard count > 0 else { break }
      output.writeBytes(UnsafeRawBufferPointer(start: bytes, count: count))
    }
    guard output.readableBytes > 0 else { return nil }
    defer { if openStreams == 0 { output = ByteBuffer() } }
    return output
  }

  private func checkSize(_ headers: HeaderBlock) throws {
    guard headers.listSize <= Self.maximumSentHeaderBytes else {
      throw HTTP2SessionError.headersTooLarge(bytes: headers.listSize, limit: Self.maximumSentHeaderBytes)
    }
  }

  private func withProvider(
    for stream: HTTP2Stream?,
    _ submit: (UnsafePointer<nghttp2_data_provider>?) -> Int32
  ) -> Int32 {
    guard let stream else { return submit(nil) }
    var provider = nghttp2_data_provider()
    provider.source.ptr = Unmanaged.passUnretained(stream).toOpaque()
    provider.read_callback = readQueue
    return submit(&provider)
  }

  private func resume(_ stream: HTTP2Stream) {
    guard stream.isDeferred else { return }
    stream.isDeferred = false
    nghttp2_session_resume_data(handle, stream.id)
  }
}
