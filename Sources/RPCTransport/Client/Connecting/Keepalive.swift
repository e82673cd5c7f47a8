/// PINGs of a client that find out that nobody is behind a connection any more (gRFC A8).
public struct Keepalive: Sendable, Hashable {
  /// Time without a byte from the server after which it is asked; at least 10 s. Servers cut off clients that ask more often
  /// than they permit, by default every 5 minutes.
  public var time: Duration
  /// Time for any byte to come; otherwise the connection is closed and its calls end with UNAVAILABLE. Default 20 s.
  public var timeout: Duration
  /// Whether to ask while there are no calls. Default: not.
  public var withoutCalls: Bool

  /// PINGs after `time` of silence.
  public init(time: Duration, timeout: Duration = .seconds(20), withoutCalls: Bool = false) {
    self.time = time
    self.timeout = timeout
    self.withoutCalls = withoutCalls
  }
}
