internal import CNghttp2

extension HTTP2Session {
  /// The opaque bytes of the PING that follows a first GOAWAY.
  public static let shutdownPing: UInt64 = 0x72_65_64_73_61_69_6c_21

  /// Server: lets the open streams finish and takes no new ones, losing none that are on their way.
  ///
  /// RFC 9113 §6.8: a GOAWAY with the highest number first, a PING to learn that the peer has seen it, then the real
  /// last stream, by itself when the PING comes back or at ``goAway()``. ``isFinished`` turns true when the last stream
  /// has closed. `reason` is told as debug data with the last stream.
  public func shutDownGracefully(reason: String = "") {
    guard role == .server, !awaitsShutdownPing else { return }
    guard nghttp2_submit_shutdown_notice(handle) == 0 else { return }
    awaitsShutdownPing = true
    shutdownReason = reason
    ping(Self.shutdownPing)
  }

  /// Takes no new streams from now on; those that are open finish.
  public func goAway() {
    awaitsShutdownPing = false
    submitGoAway(.noError, debug: shutdownReason)
  }

  /// As ``terminate(_:)``, with debug data that the peer gets to see.
  public func terminate(_ code: HTTP2ErrorCode, debug: String) {
    guard !isTerminated else { return }
    awaitsShutdownPing = false
    isTerminated = true
    finalCode = code
    // nghttp2's own last GOAWAY has no debug data; see `frameSent` for what ends the session after this one.
    submitGoAway(code, debug: debug)
  }

  private func submitGoAway(_ code: HTTP2ErrorCode, debug: String) {
    let last = nghttp2_session_get_last_proc_stream_id(handle)
    let bytes = Array(debug.utf8)
    nghttp2_submit_goaway(handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), last, code.rawValue, bytes, bytes.count)
  }

  /// Sends a last GOAWAY and is finished once that is drained; open streams are given up.
  public func terminate(_ code: HTTP2ErrorCode) {
    awaitsShutdownPing = false
    isTerminated = true
    nghttp2_session_terminate_session(handle, code.rawValue)
  }
}
