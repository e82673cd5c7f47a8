internal import NIOCore
internal import RPCCore

extension ChannelCore {
  /// Takes in a list of addresses: subchannels of those that were there before stay.
  func update(_ list: [SocketTarget]) {
    var addresses: [SocketTarget] = []
    for address in list where !addresses.contains(address) { addresses.append(address) }
    if case .pickFirst(let shuffles) = loadBalancing {
      addresses = AddressOrder.interleaved(shuffles ? addresses.shuffled() : addresses)
    }
    if balancer != nil, addresses == subchannels.map(\.address) { return }
    let old = subchannels
    subchannels = addresses.map { address in
      old.first { $0.address == address } ?? Subchannel(address: address, core: self)
    }
    for subchannel in old where !addresses.contains(subchannel.address) { subchannel.shutDown() }
    // New addresses are no reason to connect.
    makeBalancer(starts: balancer?.state != .idle)
  }

  /// Begins anew with the subchannels that there are.
  func makeBalancer(starts: Bool) {
    attemptTimer?.cancel()
    let states = subchannels.map(\.connectivity)
    switch loadBalancing {
    case .pickFirst: balancer = PickFirst(states: states)
    case .roundRobin: balancer = RoundRobin(states: states)
    }
    if starts { perform(balancer?.start() ?? []) }
    publish()
  }

  /// A subchannel has changed its state; `reason` says why an attempt failed.
  func changed(_ subchannel: Subchannel, reason: String? = nil) {
    if let reason { lastFailure = reason }
    guard let index = subchannels.firstIndex(where: { $0 === subchannel }) else { return }
    perform(balancer?.changed(index, to: subchannel.connectivity) ?? [])
    publish()
  }

  private func perform(_ actions: [BalancerAction]) {
    for action in actions {
      switch action {
      case .connect(let index): subchannels[index].connect()
      case .reset(let index): subchannels[index].reset()
      case .startDelay:
        attemptTimer?.cancel()
        let delay = min(max(configuration.attemptDelay, .milliseconds(100)), .seconds(2))
        attemptTimer = batch.loop.scheduleTask(in: TimeAmount(delay)) {
          self.perform(self.balancer?.attemptDelayPassed() ?? [])
          self.publish()
        }
      case .stopDelay: attemptTimer?.cancel()
      case .resolve: requestResolution()
      }
    }
  }

  /// Makes the balancer's decision that of the channel, and lets calls follow it.
  private func publish() {
    guard let balancer, !isClosed else { return }
    picks = balancer.ready.compactMap { subchannels[$0].connection }
    connectivity.set(balancer.state)
    switch balancer.state {
    case .ready: openWaiting()
    case .transientFailure: failWaiting()
    case .idle where !waiting.isEmpty: leaveIdle()
    default: break
    }
  }

  /// Somebody wants a connection.
  func leaveIdle() {
    guard connectivity.current == .idle else { return }
    startIdleTimer()
    if balancer != nil {
      perform(balancer?.connect() ?? [])
      publish()
    } else {
      connectivity.set(.connecting)
      beginResolution()
    }
  }

  /// Lets go of every connection; those with calls are closed once these are over.
  func stopConnecting() {
    attemptTimer?.cancel()
    resolutionTimer?.cancel()
    resolving?.cancel()
    resolving = nil
    balancer = nil
    addresses = nil
    picks = []
    let old = subchannels
    subchannels = []
    for subchannel in old { subchannel.shutDown() }
    resolution = ResolutionSchedule(interval: configuration.resolutionInterval, backoff: configuration.backoff)
  }
}
