/// Counts open connections, in total and by the network that they come from.
struct SocketCount {
  private var total = 0
  private var byNetwork: [String: Int] = [:]

  /// Counts one more, or says which limit forbids it. A connection without a network counts in the total only.
  mutating func add(_ network: String?, limits: ServerLimits) -> ServerLimit? {
    guard total < limits.connections else { return .connections }
    if let network {
      guard byNetwork[network, default: 0] < limits.connectionsPerAddress else { return .connectionsPerAddress }
      byNetwork[network, default: 0] += 1
    }
    total += 1
    return nil
  }

  mutating func remove(_ network: String?) {
    total -= 1
    guard let network, let count = byNetwork[network] else { return }
    byNetwork[network] = count > 1 ? count - 1 : nil
  }
}
