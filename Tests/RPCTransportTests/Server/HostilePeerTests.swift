internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

/// Peers that h2 and hyperframe play frame by frame.
extension PeerTests {
  /// Runs a scenario of `hostile.py` against a server and returns what it printed.
  private func play(
    _ scenario: String,
    _ observer: RecordingObserver = RecordingObserver(),
    _ configure: (inout ServerConfiguration) -> Void = { _ in }
  ) async throws -> String {
    try await withServer(configure: {
      $0.observer = observer
      configure(&$0)
    }) { target, _ in
      let output = try await Program(python: "hostile.py", scenario, "\(target)").result()
      return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
  }

  @Test(arguments: ["silent", "half_preface"])
  func aHandshakeThatStopsIsEnded(scenario: String) async throws {
    let observer = RecordingObserver()
    _ = try await play(scenario, observer) { $0.limits.handshakeTime = .milliseconds(50) }
    await observer.probe.wait(for: "limit handshakeTime")
    await observer.probe.wait(for: "ended: the handshake took too long")
  }

  @Test func aByteNowAndThenIsNoHandshake() async throws {
    let observer = RecordingObserver()
    // The preface alone would take 24 times 20 ms.
    let result = try await play("drip", observer) { $0.limits.handshakeTime = .milliseconds(100) }
    #expect(result == "\"closed\"")
    await observer.probe.wait(for: "limit handshakeTime")
  }

  @Test func tooManyPingsEndTheConnectionAndSaySo() async throws {
    let observer = RecordingObserver()
    let result = try await play("pings", observer)
    #expect(result == #"[[0, 11, "too_many_pings"]]"#)
    await observer.probe.wait(for: "ended")
    #expect(observer.probe.count(of: "limit pings") == 1)
  }

  @Test func aPingWithEveryMessageIsServed() async throws {
    let observer = RecordingObserver()
    let result = try await play("ping_per_message", observer)
    #expect(result == #"[300, 600, "0"]"#)
    #expect(observer.probe.count(of: "limit pings") == 0)
  }

  @Test func anIdleConnectionIsTakenLeaveOf() async throws {
    let result = try await play("goodbye") { $0.maximumConnectionIdle = .milliseconds(20) }
    #expect(result == #"[[2147483647, 0, ""], [0, 0, "max_idle"]]"#)
  }

  @Test func anOldConnectionFinishesItsCalls() async throws {
    let result = try await play("old") { $0.maximumConnectionAge = .milliseconds(20) }
    #expect(result == #"[[2147483647, 0, ""], [1, 0, "max_age"], "0"]"#)
  }

  @Test func anOldConnectionWhoseCallsTakeTooLongIsClosed() async throws {
    let result = try await play("never_ends") {
      $0.maximumConnectionAge = .milliseconds(20)
      $0.maximumConnectionAgeGrace = .milliseconds(20)
    }
    #expect(result.hasPrefix(#"[[2147483647, 0, ""], [1, 0, "max_age"]"#))
  }

  @Test func aPeerThatAnswersNoPingIsGivenUp() async throws {
    let observer = RecordingObserver()
    let result = try await play("dead", observer) {
      $0.keepalive.time = .milliseconds(20)
      $0.keepalive.timeout = .milliseconds(20)
    }
    #expect(result == "[]")
    await observer.probe.wait(for: "ended: the peer did not answer a PING")
  }

  @Test func aPeerWithoutWindowsIsClosedInTheEnd() async throws {
    let observer = RecordingObserver()
    let result = try await play("zero_window", observer) { $0.limits.stallTime = .milliseconds(50) }
    #expect(result == "[]")
    await observer.probe.wait(for: "limit stallTime")
  }

  @Test func aPeerThatReadsNothingIsClosedInTheEnd() async throws {
    let observer = RecordingObserver()
    let service = EchoService()
    try await withServer(
      service,
      configure: {
        $0.observer = observer
        $0.limits.stallTime = .milliseconds(50)
      }
    ) { target, _ in
      let peer = try Program(python: "hostile.py", "never_reads", "\(target)")
      defer { peer.stop() }
      await observer.probe.wait(for: "limit stallTime")
      await service.probe.wait(for: "stopped by peer")
    }
  }

  @Test func halfRequestsAreHeldOnlyWithinTheBudget() async throws {
    let observer = RecordingObserver()
    let result = try await play("half_requests", observer) {
      $0.limits.requestBytes = 8 << 20
      $0.http2.connectionWindow = 8 << 20
    }
    await observer.probe.wait(for: "limit requestBytes")
    let parts = try #require(try JSONSerialization.jsonObject(with: Data(result.utf8)) as? [Any])
    // The budget, the window, and one request that may be completed.
    let megabytes = try #require(parts.first as? Int)
    #expect((8...20).contains(megabytes))
    #expect(parts.last as? String == "0")
  }

  @Test func moreConnectionsThanAllowedAreClosed() async throws {
    let observer = RecordingObserver()
    var result = try await play("crowd", observer) { $0.limits.connectionsPerAddress = 7 }
    #expect(result == "7")
    await observer.probe.wait(for: "limit connectionsPerAddress")
    result = try await play("crowd", observer) { $0.limits.connections = 5 }
    #expect(result == "5")
    await observer.probe.wait(for: "limit connections")
  }
}
