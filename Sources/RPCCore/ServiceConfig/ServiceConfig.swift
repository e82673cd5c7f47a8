/// What the owner of a service wants of all its clients (grpc/doc/service_config.md; gRFC A6, A21, A24).
///
/// Made in Swift, or read from the JSON text by ``init(json:)``.
public struct ServiceConfig: Sendable, Hashable {
  /// Settings of methods. An exact name goes before a service's default, and that before the default of all.
  public var methods: [Method] = []
  /// When retries and hedged attempts are given up because the servers fail too often; nil: never.
  public var retryThrottling: RetryThrottling?
  /// How calls are spread over the addresses; nil: pick_first.
  public var loadBalancing: LoadBalancing?

  /// A config without settings.
  public init() {}
}

extension ServiceConfig {
  /// How calls are spread over the addresses that the resolver found.
  public enum LoadBalancing: Sendable, Hashable {
    /// All calls go to the first address that can be connected to (gRFC A62); with `shufflesAddresses`, in an order drawn
    /// anew for each list of addresses.
    case pickFirst(shufflesAddresses: Bool = false)
    /// Every address is connected to, and calls go to them in turn.
    case roundRobin
  }

  /// Bounds the share of failures at which clients repeat calls (gRFC A6, Throttling): a channel begins with `maximumTokens`,
  /// loses one with each failure and gains `tokenRatio` with each success, and repeats calls only above half of them.
  public struct RetryThrottling: Sendable, Hashable {
    /// From 1 to 1,000.
    public var maximumTokens: Int
    /// Above 0; counted to three decimals.
    public var tokenRatio: Double

    /// A bound.
    public init(maximumTokens: Int, tokenRatio: Double) {
      self.maximumTokens = maximumTokens
      self.tokenRatio = tokenRatio
    }
  }
}
