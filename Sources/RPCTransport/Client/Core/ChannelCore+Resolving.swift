internal import NIOCore
internal import RPCCore

extension ChannelCore {
  /// Finds the first addresses.
  func beginResolution() {
    switch target {
    case .addresses(let addresses): update(addresses)
    case .resolver: requestResolution()
    }
  }

  /// The addresses are not there or may be out of date.
  func requestResolution() {
    guard case .resolver = target, !isClosed else { return }
    follow(resolution.request(at: .now(), random: .random(in: -1...1)))
  }

  private func follow(_ step: ResolutionSchedule.Step) {
    switch step {
    case .none: break
    case .wait(let time):
      resolutionTimer = batch.loop.scheduleTask(in: time) {
        self.follow(self.resolution.waited(at: .now(), random: .random(in: -1...1)))
      }
    case .resolve: resolve()
    }
  }

  private func resolve() {
    guard case .resolver(let resolver, let name) = target else { return }
    resolving = Task {
      let result: Result<NameResolution, any Error>
      do { result = .success(try await resolver.resolve()) } catch { result = .failure(error) }
      // Cancelled: the channel was closed or has gone idle, and whatever follows has a task of its own.
      if Task.isCancelled { return }
      self.batch.loop.execute {
        guard self.resolving != nil, !self.isClosed else { return }
        self.resolving = nil
        self.resolved(result, of: name)
      }
    }
  }

  private func resolved(_ result: Result<NameResolution, any Error>, of name: String) {
    switch result {
    case .success(let resolution) where !resolution.addresses.isEmpty:
      follow(self.resolution.ended(succeeded: true, at: .now()))
      apply(resolution.serviceConfig)
      addresses = resolution.addresses
      update(resolution.addresses)
    case .success: resolutionFailed("cannot resolve \(name): no address was found")
    case .failure(let error): resolutionFailed("cannot resolve \(name): \(error)")
    }
  }

  private func resolutionFailed(_ reason: String) {
    follow(resolution.ended(succeeded: false, at: .now()))
    // Addresses that were found before stay in use.
    guard balancer == nil else { return }
    lastFailure = reason
    connectivity.set(.transientFailure)
    failWaiting()
  }

  private func apply(_ config: ServiceConfig?) {
    guard let config else { return }
    settings.set(config)
    if throttle?.throttling != config.retryThrottling { throttle = config.retryThrottling.map(RetryThrottle.init) }
    let policy = config.loadBalancing ?? .pickFirst()
    guard policy != loadBalancing else { return }
    loadBalancing = policy
    if let balancer { makeBalancer(starts: balancer.state != .idle) }
  }
}
