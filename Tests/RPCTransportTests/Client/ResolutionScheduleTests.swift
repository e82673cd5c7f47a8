internal import NIOCore
internal import Testing

@testable import RPCTransport

@Suite("When names are resolved")
struct ResolutionScheduleTests {
  private let now = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
  private var schedule = ResolutionSchedule(interval: .seconds(30), backoff: ConnectionBackoff())

  @Test mutating func notAgainBeforeTheIntervalIsOver() {
    #expect(schedule.request(at: now, random: 0) == .resolve)
    #expect(schedule.request(at: now, random: 0) == .none)
    #expect(schedule.ended(succeeded: true, at: now) == .none)
    #expect(schedule.request(at: now + .seconds(10), random: 0) == .wait(.seconds(20)))
    #expect(schedule.request(at: now + .seconds(11), random: 0) == .none)
    #expect(schedule.waited(at: now + .seconds(30), random: 0) == .resolve)
    #expect(schedule.ended(succeeded: true, at: now + .seconds(31)) == .none)
    #expect(schedule.request(at: now + .seconds(61), random: 0) == .resolve)
  }

  @Test mutating func failuresBackOffAndASuccessEndsThat() {
    _ = schedule.request(at: now, random: 0)
    #expect(schedule.ended(succeeded: false, at: now) == .wait(.seconds(1)))
    #expect(schedule.waited(at: now + .seconds(1), random: 0) == .resolve)
    #expect(schedule.ended(succeeded: false, at: now + .seconds(1)) == .wait(.nanoseconds(1_600_000_000)))
    _ = schedule.waited(at: now + .seconds(3), random: 0)
    _ = schedule.ended(succeeded: true, at: now + .seconds(3))
    _ = schedule.request(at: now + .seconds(60), random: 0)
    #expect(schedule.ended(succeeded: false, at: now + .seconds(60)) == .wait(.seconds(1)))
  }
}
