public import HTTP2Session

/// The limits of a server that its peers can run into.
public enum ServerLimit: Sendable, Hashable {
  /// ``ServerLimits/connections``.
  case connections
  /// ``ServerLimits/connectionsPerAddress``.
  case connectionsPerAddress
  /// ``ServerLimits/calls``.
  case calls
  /// Handlers of one connection: `HTTP2Limits.concurrentStreams` too, since a handler may outlive its stream.
  case handlers
  /// ``ServerLimits/handshakeTime``.
  case handshakeTime
  /// ``ServerLimits/stallTime``.
  case stallTime
  /// ``ServerLimits/requestBytes``.
  case requestBytes
  /// ``ServerKeepalive/minimumPingInterval``, missed more than ``ServerKeepalive/maximumPingStrikes`` times.
  case pings
  /// Open files of the process: no connection can be accepted for a while.
  case openFiles
  /// A limit of HTTP/2.
  case http2(HTTP2Limit)

  /// The name of the limit's property, as a label for a metric.
  public var name: String {
    switch self {
    case .http2(let limit): limit.rawValue
    default: "\(self)"
    }
  }
}
