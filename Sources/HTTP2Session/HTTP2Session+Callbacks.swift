internal import CNghttp2
internal import NIOCore

// nghttp2 calls these from inside nghttp2_session_mem_recv and nghttp2_session_mem_send. The pointers they get are
// valid during the call; the session's address comes back in `user_data`, a stream's in its user data or data source.

extension HTTP2Session {
  static func installCallbacks(_ callbacks: OpaquePointer?) {
    nghttp2_session_callbacks_set_on_begin_frame_callback(callbacks) { _, head, user in
      guard let head, let session = HTTP2Session.at(user) else { return 0 }
      return session.frameBegan(head.pointee)
    }
    nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks) { _, frame, user in
      guard let frame, let session = HTTP2Session.at(user) else { return 0 }
      return session.headersBegan(frame)
    }
    nghttp2_session_callbacks_set_on_header_callback(callbacks) { _, _, name, nameSize, value, valueSize, _, user in
      HTTP2Session.at(user)?.headerReceived(
        UnsafeRawBufferPointer(start: name, count: nameSize),
        UnsafeRawBufferPointer(start: value, count: valueSize)
      )
      return 0
    }
    nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks) { _, frame, user in
      guard let frame, let session = HTTP2Session.at(user) else { return 0 }
      session.frameReceived(frame)
      return 0
    }
    nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(callbacks) { _, frame, error, user in
      guard let frame, let session = HTTP2Session.at(user) else { return 0 }
      session.invalidFrameReceived(frame, error)
      return 0
    }
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) { handle, _, id, data, count, user in
      guard let data, let session = HTTP2Session.at(user) else { return 0 }
      session.dataReceived(id, UnsafeRawPointer(data), count)
      return 0
    }
    nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) { handle, id, code, user in
      HTTP2Session.at(user)?.streamClosed(id, HTTP2ErrorCode(rawValue: code))
      return 0
    }
    nghttp2_session_callbacks_set_on_frame_send_callback(callbacks) { _, frame, user in
      guard let frame else { return 0 }
      HTTP2Session.at(user)?.frameSent(frame)
      return 0
    }
    nghttp2_session_callbacks_set_send_data_callback(callbacks) { _, frame, header, count, source, user in
      guard let frame, let header, let session = HTTP2Session.at(user), let stream = HTTP2Stream.at(source?.pointee.ptr)
      else { return NGHTTP2_ERR_CALLBACK_FAILURE.rawValue }
      return session.sendData(stream, header: header, count: count, padding: frame.pointee.data.padlen)
    }
  }

  private static func at(_ address: UnsafeMutableRawPointer?) -> HTTP2Session? {
    address.map { Unmanaged<HTTP2Session>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stream(_ id: Int32) -> HTTP2Stream? {
    HTTP2Stream.at(nghttp2_session_get_stream_user_data(handle, id))
  }

  // MARK: Receiving

  private func headersBegan(_ frame: UnsafePointer<nghttp2_frame>) -> Int32 {
    collector.begin()
    guard frame.pointee.headers.cat == NGHTTP2_HCAT_REQUEST else { return 0 }
    let stream = HTTP2Stream(id: frame.pointee.hd.stream_id)
    link(stream)
    // Equal shares for all bodies: by RFC 9218's default each would go out whole before the next.
    var priority = nghttp2_extpri(urgency: UInt32(NGHTTP2_EXTPRI_DEFAULT_URGENCY), inc: 1)
    nghttp2_session_change_extpri_stream_priority(handle, stream.id, &priority, 1)
    return nghttp2_session_set_stream_user_data(handle, stream.id, Unmanaged.passUnretained(stream).toOpaque())
  }

  private func headerReceived(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    let wasTruncated = collector.isTruncated
    switch collector.add(name, value) {
    case .kept:
      return
    case .dropped(let limit):
      if !wasTruncated { events.append(.limitReached(limit)) }
    case .abusive:
      end(for: .headerBytes)
    }
  }

  /// A request above the stream limit: refused while the peer may not know the limit yet, an error afterwards (RFC 9113
  /// §5.1.2). nghttp2 does that; here it gets its name.
  private func invalidFrameReceived(_ frame: UnsafePointer<nghttp2_frame>, _ error: Int32) {
    guard role == .server, frame.pointee.hd.type == UInt8(NGHTTP2_HEADERS.rawValue),
      openStreams >= configuration.limits.concurrentStreams,
      [NGHTTP2_ERR_REFUSED_STREAM.rawValue, NGHTTP2_ERR_PROTO.rawValue].contains(error)
    else { return }
    events.append(.limitReached(.concurrentStreams))
  }

  private func dataReceived(_ id: Int32, _ data: UnsafeRawPointer, _ count: Int) {
    hasContentSincePing = true
    guard let inputAddress, let stream = stream(id),
      let slice = input.getSlice(at: input.readerIndex + (data - inputAddress), length: count)
    else {
      nghttp2_session_consume(handle, id, count)
      return
    }
    events.append(.data(stream, slice))
  }

  private func frameReceived(_ frame: UnsafePointer<nghttp2_frame>) {
    let header = frame.pointee.hd
    let endsStream = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
    switch nghttp2_frame_type(UInt32(header.type)) {
    case NGHTTP2_DATA:
      if endsStream, let stream = stream(header.stream_id) {
        events.append(.endOfStream(stream))
      }
    case NGHTTP2_HEADERS:
      if let stream = stream(header.stream_id) {
        events.append(.headers(stream, collector.block(), endOfStream: endsStream))
      }
    case NGHTTP2_RST_STREAM:
      // A client chooses itself how many streams a server can reset.
      if role == .server, !peerResets.take(at: now) { end(for: .peerResets) }
    case NGHTTP2_SETTINGS:
      if header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0 {
        checkWindows()
        events.append(.settings)
      }
    case NGHTTP2_PING:
      if header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) != 0 {
        pingReturned(frame.pointee.ping)
      } else {
        events.append(.ping(followsContent: hasContentSincePing))
        hasContentSincePing = false
      }
    case NGHTTP2_GOAWAY:
      let goAway = frame.pointee.goaway
      events.append(.goAway(lastStream: goAway.last_stream_id, HTTP2ErrorCode(rawValue: goAway.error_code)))
    default:
      break
    }
  }

  private func pingReturned(_ ping: nghttp2_ping) {
    let number = withUnsafeBytes(of: ping.opaque_data) { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) }
    if number == Self.shutdownPing, awaitsShutdownPing {
      goAway()
    }
    events.append(.pingAcknowledged(number))
  }

  private func streamClosed(_ id: Int32, _ code: HTTP2ErrorCode) {
    guard let stream = stream(id) else { return }
    unlink(stream)
    events.append(.closed(stream, code))
  }

  // MARK: Sending

  private func frameSent(_ frame: UnsafePointer<nghttp2_frame>) {
    let header = frame.pointee.hd
    switch nghttp2_frame_type(UInt32(header.type)) {
    case NGHTTP2_RST_STREAM:
      if stream(header.stream_id)?.resetByApplication != true, !ownResets.take(at: now) { end(for: .ownResets) }
    case NGHTTP2_GOAWAY:
      // After this one nghttp2 would go on.
      if frame.pointee.goaway.error_code == finalCode?.rawValue { isOver = true }
    case NGHTTP2_HEADERS, NGHTTP2_DATA:
      hasContentSincePing = true
      let endsStream = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
      if role == .client {
        lastSentRequest = max(lastSentRequest, header.stream_id)
      } else if endsStream {
        answered(header.stream_id)
      }
    default:
      break
    }
  }

  /// A complete answer to a request that is still being sent: the rest is not wanted (RFC 9113 §8.1).
  private func answered(_ id: Int32) {
    guard nghttp2_session_get_stream_remote_close(handle, id) == 0, let stream = stream(id) else { return }
    stream.resetByApplication = true
    nghttp2_submit_rst_stream(handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), id, HTTP2ErrorCode.noError.rawValue)
  }

  private func sendData(
    _ stream: HTTP2Stream,
    header: UnsafePointer<UInt8>,
    count: Int,
    padding: Int
  ) -> Int32 {
    // nghttp2 goes on to the next frame by itself; this is where it can be stopped.
    guard output.readableBytes < outputLimit else { return NGHTTP2_ERR_WOULDBLOCK.rawValue }
    output.writeBytes(UnsafeRawBufferPointer(start: header, count: 9))
    if padding > 0 { output.writeInteger(UInt8(truncatingIfNeeded: padding - 1)) }
    stream.dequeue(count, into: &output)
    if padding > 1 { output.writeRepeatingByte(0, count: padding - 1) }
    queuedBytes -= count
    sentBytes &+= count
    if stream.reportsSent { events.append(.sent(stream, bytes: count)) }
    return 0
  }
}

extension HTTP2Stream {
  fileprivate static func at(_ address: UnsafeMutableRawPointer?) -> HTTP2Stream? {
    address.map { Unmanaged<HTTP2Stream>.fromOpaque($0).takeUnretainedValue() }
  }
}

/// nghttp2 asks how much of a stream's queue goes into the next DATA frame; ``HTTP2Session/sendData`` then writes it.
let readQueue: nghttp2_data_source_read_callback = { handle, id, _, room, flags, source, _ in
  guard let flags, let stream = HTTP2Stream.at(source?.pointee.ptr) else {
    return Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
  }
  let queued = stream.queuedBytes
  let count = min(queued, room)
  if count == queued {
    guard count > 0 || stream.sendingEnded else {
      stream.isDeferred = true
      return Int(NGHTTP2_ERR_DEFERRED.rawValue)
    }
    if stream.sendingEnded {
      flags.pointee |= UInt32(NGHTTP2_DATA_FLAG_EOF.rawValue)
      if let trailers = stream.trailers {
        flags.pointee |= UInt32(NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue)
        let result = trailers.withNameValues { nghttp2_submit_trailer(handle, id, $0, $1) }
        guard result == 0 else { return Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue) }
      }
    }
  }
  if count > 0 { flags.pointee |= UInt32(NGHTTP2_DATA_FLAG_NO_COPY.rawValue) }
  return count
}
