/// What a caller may set for one call; whatever is nil falls back to the channel's default.
public struct CallOptions: Sendable {
  /// How long the call may take, counted from its start.
  public var timeout: Duration?
  /// The moment by which the call must be over, for instance that of the call being served; with a `timeout` the earlier one holds.
  public var deadline: Deadline?
  /// Metadata sent with the request.
  public var metadata: Metadata
  /// Whether the call waits for a connection instead of failing with UNAVAILABLE while there is none
  /// (grpc/doc/wait-for-ready.md). The deadline still holds.
  public var waitForReady: Bool?
  /// The largest request message in bytes that may be sent.
  public var maximumRequestBytes: Int?
  /// The largest response message in bytes that is accepted.
  public var maximumResponseBytes: Int?
  /// How the requests are compressed, which the server must be known to read: it refuses what it does not with
  /// UNIMPLEMENTED. Responses may come in any encoding, whatever is set here.
  public var compression: MessageEncoding?

  /// Options; by default the channel's.
  public init(
    timeout: Duration? = nil,
    deadline: Deadline? = nil,
    metadata: Metadata = Metadata(),
    waitForReady: Bool? = nil,
    maximumRequestBytes: Int? = nil,
    maximumResponseBytes: Int? = nil,
    compression: MessageEncoding? = nil
  ) {
    self.timeout = timeout
    self.deadline = deadline
    self.metadata = metadata
    self.waitForReady = waitForReady
    self.maximumRequestBytes = maximumRequestBytes
    self.maximumResponseBytes = maximumResponseBytes
    self.compression = compression
  }

  /// The deadline of a call that starts now: the earlier of `deadline` and `timeout`, or else the channel's
  /// `defaultTimeout`; nil if none is set.
  public func effectiveDeadline(defaultTimeout: Duration?) -> Deadline? {
    switch (deadline, timeout) {
    case (let deadline?, let timeout?): min(deadline, .after(timeout))
    case (let deadline?, nil): deadline
    case (nil, let timeout?): .after(timeout)
    case (nil, nil): defaultTimeout.map(Deadline.after)
    }
  }
}
