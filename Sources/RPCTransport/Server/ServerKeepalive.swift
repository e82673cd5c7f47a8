/// PINGs that a server sends to find dead connections, and those that it puts up with: gRPC's proposals A8 and A9, with
/// their defaults.
public struct ServerKeepalive: Sendable, Hashable {
  /// Silence of a peer after which it is sent a PING. Default 2 hours.
  public var time = Duration.seconds(7_200)

  /// Time for anything to come after a PING; then the connection is closed. Default 20 s.
  public var timeout = Duration.seconds(20)

  /// Time that a client has to leave between PINGs. One that follows message bytes, or headers or message bytes that the
  /// server sent, is always welcome: clients measure the bandwidth that way. Default 5 minutes.
  public var minimumPingInterval = Duration.seconds(300)

  /// Whether ``minimumPingInterval`` is enough for a client without calls in progress too; otherwise it has to leave 2
  /// hours. Default false.
  public var permitsPingsWithoutCalls = false

  /// PINGs that may come too early; one more ends the connection with GOAWAY, ENHANCE_YOUR_CALM and `too_many_pings`.
  /// Default 2.
  public var maximumPingStrikes = 2

  /// The defaults.
  public init() {}
}
