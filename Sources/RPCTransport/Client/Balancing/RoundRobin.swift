/// The policy round_robin: every address is kept connected, and calls go to the connected ones in turn
/// (grpc/doc/load-balancing.md).
struct RoundRobin: Balancer {
  private var states: [ConnectivityState]

  init(states: [ConnectivityState]) { self.states = states }

  /// READY if one is, else CONNECTING if one may become so, else TRANSIENT_FAILURE.
  var state: ConnectivityState {
    if states.contains(.ready) { return .ready }
    return states.contains(.connecting) || states.contains(.idle) ? .connecting : .transientFailure
  }

  var ready: [Int] { states.indices.filter { states[$0] == .ready } }

  mutating func start() -> [BalancerAction] {
    let idle = states.indices.filter { states[$0] == .idle }
    for index in idle { states[index] = .connecting }
    return idle.map { .connect($0) }
  }

  mutating func connect() -> [BalancerAction] { [] }

  mutating func attemptDelayPassed() -> [BalancerAction] { [] }

  mutating func changed(_ index: Int, to state: ConnectivityState) -> [BalancerAction] {
    let before = states[index]
    // One that has failed counts as failed until it is connected, lest the channel's state go to and fro.
    if before != .transientFailure || state == .ready { states[index] = state == .idle ? .connecting : state }
    switch state {
    case .idle: return before == .ready ? [.resolve, .connect(index)] : [.connect(index)]
    case .transientFailure: return [.resolve]
    default: return []
    }
  }
}
