internal import NIOCore
internal import Testing

@testable import RPCTransport

/// The algorithm of grpc/doc/connection-backoff.md: INITIAL_BACKOFF 1 s, MULTIPLIER 1.6, JITTER 0.2, MAX_BACKOFF 120 s,
/// MIN_CONNECT_TIMEOUT 20 s.
@Suite("Connection back-off")
struct BackoffScheduleTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

  private func seconds(_ time: TimeAmount) -> Double { Double(time.nanoseconds) / 1e9 }

  @Test func timesGrowToTheMaximumAndCountFromTheStart() {
    var schedule = BackoffSchedule(ConnectionBackoff(), minimumTimeout: .seconds(20))
    for expected in [1.0, 1.6, 2.56, 4.096, 6.5536] {
      _ = schedule.begin(at: start, random: 0)
      #expect(abs(seconds(schedule.wait(at: start)) - expected) < 1e-6)
      #expect(abs(seconds(schedule.wait(at: start + .milliseconds(400))) - (expected - 0.4)) < 1e-6)
    }
    for _ in 0..<1_000 { _ = schedule.begin(at: start, random: 0) }
    #expect(seconds(schedule.wait(at: start)) == 120)
    #expect(schedule.wait(at: start + .seconds(121)) == .zero)
  }

  @Test func jitterIsAFifthFromTheSecondAttemptOn() {
    for (random, second) in [(-1.0, 1.28), (1.0, 1.92)] {
      var schedule = BackoffSchedule(ConnectionBackoff(), minimumTimeout: .seconds(20))
      _ = schedule.begin(at: start, random: random)
      #expect(seconds(schedule.wait(at: start)) == 1)
      _ = schedule.begin(at: start, random: random)
      #expect(abs(seconds(schedule.wait(at: start)) - second) < 1e-6)
    }
  }

  @Test func anAttemptHasTheMinimumTimeOrTheWholeWait() {
    var schedule = BackoffSchedule(ConnectionBackoff(), minimumTimeout: .seconds(20))
    #expect(schedule.begin(at: start, random: 0) == .seconds(20))
    for _ in 0..<20 { _ = schedule.begin(at: start, random: 0) }
    #expect(schedule.begin(at: start, random: 0) == .seconds(120))
  }

  @Test func aSuccessBeginsAnew() {
    var schedule = BackoffSchedule(ConnectionBackoff(), minimumTimeout: .zero)
    for _ in 0..<5 { _ = schedule.begin(at: start, random: 0) }
    schedule.reset()
    _ = schedule.begin(at: start, random: 0)
    #expect(seconds(schedule.wait(at: start)) == 1)
  }
}
