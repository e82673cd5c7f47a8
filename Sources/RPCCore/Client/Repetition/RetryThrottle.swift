/// The tokens by which a channel stops repeating calls to servers that fail too often (gRFC A6, Throttling). A value.
package struct RetryThrottle: Sendable, Hashable {
  /// The bound that it keeps.
  package let throttling: ServiceConfig.RetryThrottling
  // In thousandths, which is what A6 keeps of the ratio.
  private let maximum: Int
  private let gain: Int
  private var tokens: Int

  package init(_ throttling: ServiceConfig.RetryThrottling) {
    self.throttling = throttling
    maximum = throttling.maximumTokens * 1_000
    gain = Int(min(throttling.tokenRatio, 1_000) * 1_000)
    tokens = maximum
  }

  /// Whether a call may be repeated now.
  package var allowsRepetition: Bool { tokens > maximum / 2 }

  /// A call has succeeded.
  package mutating func succeeded() { tokens = min(maximum, tokens + gain) }

  /// An attempt has failed in a way that counts.
  package mutating func failed() { tokens = max(0, tokens - 1_000) }
}
