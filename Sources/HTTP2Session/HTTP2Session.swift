internal import CNghttp2
internal import NIOCore

/// One HTTP/2 connection without its socket: received bytes become events, calls become bytes to send.
///
/// A round is: ``receive(_:at:)`` what was read, take every event by ``nextEvent()`` and answer it, then write what
/// ``drain(upTo:)`` returns. When ``isFinished`` turns true and nothing is left to drain, close the socket.
///
/// Not thread-safe: a session and its streams belong to one thread.
public final class HTTP2Session {
  /// Which end of the connection this is.
  public let role: HTTP2Configuration.Role
  /// The settings it was made with.
  public let configuration: HTTP2Configuration

  // Exclusivity is not checked at run time where properties are used with every frame: a session belongs to one thread,
  // no access to them is held during a callback, and the checks cost 7 % of a unary call.

  /// Bytes of messages that wait for the peer, over all streams.
  @exclusivity(unchecked) public internal(set) var queuedBytes = 0
  /// Message bytes that were drained so far, wrapping around.
  @exclusivity(unchecked) public internal(set) var sentBytes = 0
  /// Streams that are open now.
  @exclusivity(unchecked) public internal(set) var openStreams = 0

  /// Client: the highest stream whose request headers have been drained; the peer has seen none above it.
  @exclusivity(unchecked) public internal(set) var lastSentRequest: Int32 = 0

  let handle: OpaquePointer
  @exclusivity(unchecked) var events: [HTTP2Event] = []
  @exclusivity(unchecked) var nextEventIndex = 0
  @exclusivity(unchecked) var output = ByteBuffer()
  /// `output` may grow to about this size in the present drain.
  @exclusivity(unchecked) var outputLimit = 0
  /// The bytes that nghttp2 is reading at the moment, and where they lie.
  @exclusivity(unchecked) var input = ByteBuffer()
  @exclusivity(unchecked) var inputAddress: UnsafeRawPointer?
  var now = NIODeadline.uptimeNanoseconds(0)
  @exclusivity(unchecked) var collector: HeaderCollector
  var peerResets: TokenBucket
  var ownResets: TokenBucket
  @exclusivity(unchecked) var peerStreams = PeerStreams()
  /// What nghttp2 had queued when the present SETTINGS frame began.
  var queuedBeforeSettings = 0
  /// Why the connection ends, where it was found here and not by nghttp2.
  var peerViolation: String?
  /// Set while a graceful shutdown waits for the PING that tells that the peer has seen the first GOAWAY.
  var awaitsShutdownPing = false
  /// What a graceful shutdown is for, told with the GOAWAY that ends it.
  var shutdownReason = ""
  /// Whether message bytes or our headers passed since the last PING.
  @exclusivity(unchecked) var hasContentSincePing = false
  /// The last GOAWAY is queued; what the peer still says does not count.
  public internal(set) var isTerminated = false
  /// The code of a last GOAWAY of our own making.
  var finalCode: HTTP2ErrorCode?
  /// That one has gone out.
  var isOver = false
  /// Streams that nghttp2 holds a reference to; released one by one as they close, or all with the session.
  @exclusivity(unchecked) var firstStream: HTTP2Stream?

  /// Starts a session; the first bytes to drain are the preface and SETTINGS.
  public init(role: HTTP2Configuration.Role, configuration: HTTP2Configuration = HTTP2Configuration()) throws {
    self.role = role
    self.configuration = configuration
    handle = try Self.makeHandle(role: role, limits: configuration.limits)
    collector = HeaderCollector(limits: configuration.limits)
    peerResets = TokenBucket(configuration.limits.peerResets)
    ownResets = TokenBucket(configuration.limits.ownResets)
    nghttp2_session_set_user_data(handle, Unmanaged.passUnretained(self).toOpaque())
    try submitSettings()
  }

  deinit {
    nghttp2_session_del(handle)
    // nghttp2 calls no close callback for the streams it drops here.
    while let stream = firstStream {
      unlink(stream)
    }
    collector.deallocate()
  }

  /// True when there is nothing more to read or to write: time to close the socket.
  ///
  /// nghttp2 itself never closes anything; after an attack it sends GOAWAY and would sit there.
  public var isFinished: Bool {
    if isOver { return true }
    return nghttp2_session_want_read(handle) == 0 && nghttp2_session_want_write(handle) == 0 && !awaitsShutdownPing
  }

  /// True when something is waiting to be drained.
  public var wantsToWrite: Bool { nghttp2_session_want_write(handle) != 0 }

  /// Takes the oldest event, or nil when all are handled.
  public func nextEvent() -> HTTP2Event? {
    guard nextEventIndex < events.count else {
      events.removeAll(keepingCapacity: events.count <= 1_024)
      nextEventIndex = 0
      return nil
    }
    defer { nextEventIndex += 1 }
    return events[nextEventIndex]
  }
}

extension HTTP2Session {
  private static func makeHandle(role: HTTP2Configuration.Role, limits: HTTP2Limits) throws -> OpaquePointer {
    var callbacks: OpaquePointer?
    try check(nghttp2_session_callbacks_new(&callbacks))
    defer { nghttp2_session_callbacks_del(callbacks) }
    installCallbacks(callbacks)

    var options: OpaquePointer?
    try check(nghttp2_option_new(&options))
    defer { nghttp2_option_del(options) }
    nghttp2_option_set_no_auto_window_update(options, 1)
    nghttp2_option_set_no_closed_streams(options, 1)
    nghttp2_option_set_max_continuations(options, limits.continuationFrames)
    // Counted here instead, so that the limit has a name and an event.
    nghttp2_option_set_stream_reset_rate_limit(options, .max >> 1, .max >> 1)

    var handle: OpaquePointer?
    switch role {
    case .server: try check(nghttp2_session_server_new2(&handle, callbacks, nil, options))
    case .client: try check(nghttp2_session_client_new2(&handle, callbacks, nil, options))
    }
    guard let handle else { throw HTTP2SessionError.library("no session") }
    return handle
  }

  private func submitSettings() throws {
    func entry(_ id: nghttp2_settings_id, _ value: Int) -> nghttp2_settings_entry {
      nghttp2_settings_entry(settings_id: Int32(id.rawValue), value: UInt32(clamping: value))
    }
    var entries = [
      entry(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, configuration.streamWindow),
      entry(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, configuration.limits.headerBytes),
    ]
    switch role {
    case .server:
      entries.append(entry(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, configuration.limits.concurrentStreams))
      // Without it a peer can make nghttp2 build a tree of the priorities that RFC 9113 §5.3 dropped.
      entries.append(entry(NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1))
    case .client:
      entries.append(entry(NGHTTP2_SETTINGS_ENABLE_PUSH, 0))
    }
    try Self.check(nghttp2_submit_settings(handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), entries, entries.count))
    try Self.check(
      nghttp2_session_set_local_window_size(
        handle,
        UInt8(NGHTTP2_FLAG_NONE.rawValue),
        0,
        Int32(clamping: configuration.connectionWindow)
      )
    )
  }

  static func check(_ result: Int32) throws {
    guard result == 0 else { throw HTTP2SessionError.library(String(cString: nghttp2_strerror(result))) }
  }
}
