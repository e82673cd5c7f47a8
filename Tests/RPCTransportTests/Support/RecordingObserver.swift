internal import RPCTransport

/// Lets a test wait for what a server tells of its connections: `limit pings`, `reloaded`, `refused`, `ended`.
struct RecordingObserver: ServerObserver {
  let probe = Probe()

  func serverDidObserve(_ event: ServerEvent) {
    switch event {
    case .connectionAccepted: probe.report("accepted")
    case .connectionStarted: probe.report("started")
    case .connectionEnded(let reason):
      probe.report("ended")
      if let reason { probe.report("ended: \(reason)") }
    case .limitReached(let limit, _): probe.report("limit \(limit.name)")
    case .certificatesReloaded: probe.report("reloaded")
    case .certificatesRefused(let error): probe.report("refused: \(error.reason)")
    }
  }
}
