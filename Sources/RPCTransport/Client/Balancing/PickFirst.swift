/// The policy pick_first: all calls go to the first address that can be connected to (gRFC A62), tried in order with a
/// delay between them (Happy Eyeballs, gRFC A61).
struct PickFirst: Balancer {
  private enum Phase {
    /// Nothing is wanted.
    case idle
    /// The first pass: addresses up to `last` have been tried.
    case pass(last: Int)
    /// Every address has failed; all are tried for as long as it takes.
    case failing
    case selected(Int)
  }

  private var states: [ConnectivityState]
  /// Those that have failed in the present pass.
  private var failed: Set<Int> = []
  private var failures = 0
  private var phase = Phase.idle

  init(states: [ConnectivityState]) { self.states = states }

  var state: ConnectivityState {
    switch phase {
    case .idle: .idle
    case .pass: .connecting
    case .failing: .transientFailure
    case .selected: .ready
    }
  }

  var ready: [Int] {
    if case .selected(let index) = phase { [index] } else { [] }
  }

  mutating func start() -> [BalancerAction] {
    if let index = states.firstIndex(of: .ready) { return select(index) }
    return beginPass()
  }

  mutating func connect() -> [BalancerAction] {
    if case .idle = phase { beginPass() } else { [] }
  }

  mutating func attemptDelayPassed() -> [BalancerAction] {
    if case .pass(let last) = phase { attempt(from: last + 1) } else { [] }
  }

  mutating func changed(_ index: Int, to state: ConnectivityState) -> [BalancerAction] {
    states[index] = state
    switch (phase, state) {
    case (.selected(index), .ready): return []
    case (.selected(index), _):
      phase = .idle
      return [.resolve]
    case (.pass, .ready), (.failing, .ready): return select(index)
    case (.pass(let last), .transientFailure):
      failed.insert(index)
      if failed.count == states.count { return passFailed() }
      // The one behind waits for nothing any more.
      return index == last ? attempt(from: last + 1) : []
    case (.failing, .transientFailure):
      failures += 1
      guard failures >= states.count else { return [] }
      failures = 0
      return [.resolve]
    case (.failing, .idle): return connect([index])
    default: return []
    }
  }

  private mutating func beginPass() -> [BalancerAction] {
    failed = []
    return attempt(from: 0)
  }

  /// Tries the next address that is not backing off already; the one behind it follows after the delay.
  private mutating func attempt(from start: Int) -> [BalancerAction] {
    var index = start
    while index < states.count, states[index] == .transientFailure {
      failed.insert(index)
      index += 1
    }
    guard index < states.count else {
      phase = .pass(last: states.count - 1)
      return failed.count == states.count ? passFailed() : [.stopDelay]
    }
    phase = .pass(last: index)
    let delay: BalancerAction = index + 1 < states.count ? .startDelay : .stopDelay
    return (states[index] == .idle ? connect([index]) : []) + [delay]
  }

  private mutating func passFailed() -> [BalancerAction] {
    phase = .failing
    failures = 0
    return [.stopDelay, .resolve] + connect(states.indices.filter { states[$0] == .idle })
  }

  private mutating func connect(_ indices: [Int]) -> [BalancerAction] {
    for index in indices { states[index] = .connecting }
    return indices.map { .connect($0) }
  }

  private mutating func select(_ index: Int) -> [BalancerAction] {
    phase = .selected(index)
    let others = states.indices.filter { $0 != index && states[$0] != .idle }
    for other in others { states[other] = .idle }
    return [.stopDelay] + others.map { .reset($0) }
  }
}
