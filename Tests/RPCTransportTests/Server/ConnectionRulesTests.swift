internal import NIOCore
internal import Testing

@testable internal import RPCTransport

/// What a connection does at its time, with time that is only said.
@Suite("Rules of a connection")
struct ConnectionRulesTests {
  private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

  private func seconds(_ count: Int) -> NIODeadline { Self.start + .seconds(Int64(count)) }

  private func rules(
    jitter: Double = 0,
    afterHandshake: Bool = true,
    _ change: (inout ServerConfiguration) -> Void
  ) -> ConnectionRules {
    var configuration = ServerConfiguration()
    change(&configuration)
    var rules = ConnectionRules(configuration, jitter: jitter, now: Self.start)
    if afterHandshake { rules.handshakeEnded() }
    return rules
  }

  /// The actions up to a moment, each with the second at which it was due.
  private func actions(_ rules: inout ConnectionRules, until end: Int) -> [String] {
    var result: [String] = []
    while rules.due <= seconds(end) {
      let now = rules.due
      guard let action = rules.check(at: now) else { continue }
      result.append("\((now - Self.start).nanoseconds / 1_000_000_000) \(action)")
      if [.handshakeTimeOver, .peerIsDead, .stalled, .lifetime(.close)].contains(action) { break }
    }
    return result
  }

  @Test func theHandshakeHasItsTime() {
    var slow = rules(afterHandshake: false) { $0.limits.handshakeTime = .seconds(7) }
    #expect(actions(&slow, until: 100) == ["7 handshakeTimeOver"])
    var quick = rules { $0.limits.handshakeTime = .seconds(7) }
    #expect(actions(&quick, until: 100) == [])
  }

  @Test func aSilentPeerIsAskedAndThenGivenUp() {
    var silent = rules { $0.keepalive.time = .seconds(60) }
    #expect(actions(&silent, until: 200) == ["60 ping", "80 peerIsDead"])

    var answering = rules { $0.keepalive.time = .seconds(60) }
    #expect(actions(&answering, until: 60) == ["60 ping"])
    answering.keepalive.received(at: seconds(79))
    // The timer of the PING goes off for nothing; the next one is a minute after the last byte.
    #expect(actions(&answering, until: 138) == [])
    #expect(actions(&answering, until: 139) == ["139 ping"])
  }

  @Test func anIdleConnectionIsTakenLeaveOf() {
    var rules = rules { $0.maximumConnectionIdle = .seconds(30) }
    rules.lifetime.callsBegan()
    #expect(actions(&rules, until: 1_000) == [])
    rules.lifetime.callsEnded(at: seconds(1_000))
    #expect(rules.check(at: seconds(1_029)) == nil)
    #expect(rules.check(at: seconds(1_030)) == .lifetime(.announceEnd(.maximumIdle)))
  }

  @Test(arguments: [(-1.0, 90), (0.0, 100), (1.0, 110)])
  func anOldConnectionGetsAGraceAfterTheSecondGoAway(jitter: Double, age: Int) {
    var rules = rules(jitter: jitter) {
      $0.maximumConnectionAge = .seconds(100)
      $0.maximumConnectionAgeGrace = .seconds(50)
    }
    rules.lifetime.callsBegan()
    #expect(rules.due == seconds(age))
    #expect(rules.check(at: seconds(age)) == .lifetime(.announceEnd(.maximumAge)))
    #expect(rules.check(at: seconds(age)) == nil)
    rules.lifetime.announcementSeen(at: seconds(age + 3))
    #expect(rules.due == seconds(age + 53))
    #expect(rules.check(at: seconds(age + 52)) == nil)
    #expect(rules.check(at: seconds(age + 53)) == .lifetime(.close))
  }

  @Test func aPeerThatDoesNotAnswerTheAnnouncementIsToldTheRestAllTheSame() {
    var rules = rules {
      $0.maximumConnectionAge = .seconds(100)
      $0.keepalive.timeout = .seconds(20)
    }
    #expect(rules.check(at: seconds(100)) == .lifetime(.announceEnd(.maximumAge)))
    #expect(rules.due == seconds(120))
    #expect(rules.check(at: seconds(120)) == .lifetime(.takeNoMoreCalls))
    // Without a grace period calls may go on for ever.
    #expect(rules.lifetime.due == .distantFuture)
  }

  @Test func aShutdownComesOnceAndHasNoGraceOfItsOwn() {
    var rules = rules { $0.maximumConnectionAgeGrace = .seconds(5) }
    #expect(rules.lifetime.drain(at: seconds(1)) == .announceEnd(.shutdown))
    #expect(rules.lifetime.drain(at: seconds(2)) == nil)
    rules.lifetime.announcementSeen(at: seconds(3))
    #expect(rules.lifetime.due == .distantFuture)
  }

  @Test func aPeerHasToTakeAFrameInItsTime() {
    var rules = rules { $0.limits.stallTime = .seconds(10) }
    rules.stall.update(waiting: 100_000, sent: 0, now: seconds(0))
    // A few bytes now and then are no progress.
    for second in 1..<10 { rules.stall.update(waiting: 100_000 - second, sent: second, now: seconds(second)) }
    #expect(rules.due == seconds(10))
    rules.stall.update(waiting: 80_000, sent: 20_000, now: seconds(9))
    #expect(rules.due == seconds(19))
    #expect(rules.check(at: seconds(18)) == nil)
    #expect(rules.check(at: seconds(19)) == .stalled)
  }

  @Test func aPeerThatHasTakenEverythingIsNotStalled() {
    var rules = rules { $0.limits.stallTime = .seconds(10) }
    rules.stall.update(waiting: 5, sent: 0, now: seconds(0))
    rules.stall.update(waiting: 0, sent: 5, now: seconds(1))
    #expect(rules.stall.due == .distantFuture)
    // Counted from anew, also where the count wraps around.
    rules.stall.update(waiting: 5, sent: .max, now: seconds(50))
    #expect(rules.due == seconds(60))
    rules.stall.update(waiting: 1, sent: .min + 4, now: seconds(55))
    #expect(rules.due == seconds(65))
  }
}
