internal import NIOCore
internal import RPCCore

extension ChannelCore {
  /// A call begins: counts it, and opens its stream or puts it into the queue.
  func begin(_ call: ClientCall) {
    activeCalls += 1
    hasBegunCalls = true
    start(call)
  }

  /// Opens a call's stream, for the first time or again, or puts it into the queue.
  func start(_ call: ClientCall) {
    if waiting.isEmpty, let connection = pick() { return connection.open(call) }
    switch connectivity.current {
    case .ready, .connecting: waiting.append(call)
    case .idle:
      waiting.append(call)
      leaveIdle()
    case .transientFailure:
      if call.waitForReady { waiting.append(call) } else { call.connectionLost(lastFailure) }
    case .shutdown: call.connectionLost("the channel to \(target.description) is closed")
    }
  }

  /// Opens streams for calls that wait, as far as there is room.
  func openWaiting() {
    while !waiting.isEmpty, let connection = pick(), let call = waiting.popFirst() {
      // It may have been cancelled, or its deadline may have passed.
      if call.phase == .waiting { connection.open(call) }
    }
  }

  /// The connection whose turn it is, or the next one that has room.
  private func pick() -> ClientConnection? {
    for _ in 0..<picks.count {
      if nextPick >= picks.count { nextPick = 0 }
      let connection = picks[nextPick]
      if picks.count > 1 { nextPick += 1 }
      if connection.hasRoom { return connection }
    }
    return nil
  }

  /// There is no connection to be had: calls that do not wait for one fail.
  func failWaiting() {
    let failed = waiting
    waiting = []
    for call in failed where call.phase == .waiting {
      if call.waitForReady { waiting.append(call) } else { call.connectionLost(lastFailure) }
    }
  }
}
