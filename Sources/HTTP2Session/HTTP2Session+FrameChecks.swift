internal import CNghttp2

extension HTTP2Session {
  /// The largest payload accepted: SETTINGS_MAX_FRAME_SIZE is left at its default (RFC 9113 §6.5.2).
  private static let maximumPayload = 16_384

  /// Ends the connection for what nghttp2 1.52 lets through, or answers with another code, though RFC 9113 makes it a
  /// connection error. Called with the head of each frame, before nghttp2 looks at the rest.
  func frameBegan(_ head: nghttp2_frame_hd) -> Int32 {
    switch nghttp2_frame_type(UInt32(head.type)) {
    case NGHTTP2_HEADERS where role == .server && head.stream_id & 1 == 1:
      guard !peerStreams.open(head.stream_id) else { return 0 }
      return violation(.protocolError, "HEADERS on stream \(head.stream_id), which a later one has closed unused")
    case NGHTTP2_PRIORITY where head.stream_id == 0:
      return violation(.protocolError, "PRIORITY on stream 0")
    case NGHTTP2_CONTINUATION where head.length > Self.maximumPayload:
      return violation(.frameSizeError, "CONTINUATION of \(head.length) bytes, more than \(Self.maximumPayload)")
    case NGHTTP2_SETTINGS:
      queuedBeforeSettings = nghttp2_session_get_outbound_queue_size(handle)
      return 0
    default:
      return 0
    }
  }

  /// SETTINGS that took a stream's window above 2^31-1 are a connection error (RFC 9113 §6.9.2); nghttp2 resets the
  /// streams, which shows by what it queues beside the acknowledgement.
  func checkWindows() {
    guard nghttp2_session_get_outbound_queue_size(handle) > queuedBeforeSettings + 1 else { return }
    terminate(.flowControlError)
  }

  private func violation(_ code: HTTP2ErrorCode, _ reason: String) -> Int32 {
    terminate(code)
    peerViolation = reason
    return NGHTTP2_ERR_CALLBACK_FAILURE.rawValue
  }
}
