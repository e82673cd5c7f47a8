internal import RPCCore
internal import RPCTransport

extension CasePlayer {
  /// How one call of a soak went.
  private struct Outcome {
    let latency: Duration
    let failure: String?
  }

  /// Many large calls one after the other on one channel.
  func rpcSoak(_ service: TestServiceClient) async throws {
    try await soak { try await largeUnary(service) }
  }

  /// The same, each call on a channel of its own; making and closing it counts.
  func channelSoak() async throws {
    try await soak {
      try await withChannel { channel in try await largeUnary(TestServiceClient(channel)) }
    }
  }

  private func soak(_ call: () async throws -> Void) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let end = start + .seconds(soak.soakOverallTimeoutSeconds)
    var outcomes: [Outcome] = []
    while outcomes.count < soak.soakIterations, clock.now < end {
      let earliest = start + .milliseconds(soak.soakMinTimeMsBetweenRpcs) * outcomes.count
      if earliest > clock.now { try await clock.sleep(until: earliest) }
      var failure: String?
      let latency = await clock.measure {
        do { try await call() } catch { failure = (error as? Failure)?.message ?? "\(error)" }
      }
      outcomes.append(Outcome(latency: latency, failure: failure))
    }
    try check(outcomes)
  }

  private func check(_ outcomes: [Outcome]) throws {
    try expect(
      outcomes.count == soak.soakIterations,
      "made \(outcomes.count) of \(soak.soakIterations) calls within \(soak.soakOverallTimeoutSeconds) s"
    )
    let limit = Duration.milliseconds(soak.soakPerIterationMaxAcceptableLatencyMs)
    let failed = outcomes.filter { $0.failure != nil || $0.latency > limit }
    let first = failed.first.map { $0.failure ?? "a call took \($0.latency), more than \(limit)" } ?? ""
    try expect(
      failed.count <= soak.soakMaxFailures,
      "\(failed.count) of \(outcomes.count) calls failed or were too slow, the first: \(first)"
    )
  }
}
