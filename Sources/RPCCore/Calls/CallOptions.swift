/// What a caller may set for one call; whatever is nil falls back to the channel's default.
public struct CallOptions: Sendable {
  /// How long the call may take, counted from its start.
  public var timeout: Duration?
  /// The moment by which the call must be over; with a `timeout` the earlier one holds.
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
  /// Whether a call made by a handler keeps to the deadline of the call being served, unless its own is earlier, and is
  /// cancelled with it. Default: it does. Tasks that a handler starts belong to it too, detached ones do not.
  public var followsServerCall: Bool

  /// Options; by default the channel's.
  public init(
    timeout: Duration? = nil,
    deadline: Deadline? = nil,
    metadata: Metadata = Metadata(),
    waitForReady: Bool? = nil,
    maximumRequestBytes: Int? = nil,
    maximumResponseBytes: Int? = nil,
    compression: MessageEncoding? = nil,
    followsServerCall: Bool = true
  ) {
    self.timeout = timeout
    self.deadline = deadline
    self.metadata = metadata
    self.waitForReady = waitForReady
    self.maximumRequestBytes = maximumRequestBytes
    self.maximumResponseBytes = maximumResponseBytes
    self.compression = compression
    self.followsServerCall = followsServerCall
  }

  /// The deadline of a call that this task starts now: the earlier of `deadline` and `timeout`, or else the channel's
  /// `defaultTimeout`, but no later than that of the call being served; nil if there is none.
  public func effectiveDeadline(defaultTimeout: Duration?) -> Deadline? {
    let own = ownDeadline(defaultTimeout: defaultTimeout)
    guard followsServerCall, let served = ServerContext.current?.deadline else { return own }
    return own.map { min($0, served) } ?? served
  }

  private func ownDeadline(defaultTimeout: Duration?) -> Deadline? {
    switch (deadline, timeout) {
    case (let deadline?, let timeout?): min(deadline, .after(timeout))
    case (let deadline?, nil): deadline
    case (nil, let timeout?): .after(timeout)
    case (nil, nil): defaultTimeout.map(Deadline.after)
    }
  }
}
