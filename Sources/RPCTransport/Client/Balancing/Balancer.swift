/// Decides which addresses of a channel are connected to and which of them take its calls. A value without I/O; addresses
/// and their subchannels go by their place in the list.
protocol Balancer: Sendable {
  /// The state of the channel as far as its subchannels make it.
  var state: ConnectivityState { get }

  /// The subchannels that take calls.
  var ready: [Int] { get }

  /// Begins with subchannels in these states: ready ones may be left over from the list before.
  mutating func start() -> [BalancerAction]

  /// A subchannel has changed its state.
  mutating func changed(_ index: Int, to state: ConnectivityState) -> [BalancerAction]

  /// A call wants a connection, or someone has asked for one.
  mutating func connect() -> [BalancerAction]

  /// The time between two attempts (Happy Eyeballs) is over.
  mutating func attemptDelayPassed() -> [BalancerAction]
}

/// What a balancer asks for.
enum BalancerAction: Sendable, Hashable {
  /// Connect a subchannel that is idle.
  case connect(Int)
  /// Give up a subchannel's attempt or connection.
  case reset(Int)
  /// Call `attemptDelayPassed` after the delay; takes the place of a timer that runs.
  case startDelay
  case stopDelay
  /// The addresses may be out of date.
  case resolve
}
