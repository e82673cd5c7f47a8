internal import Testing

@testable import RPCTransport

/// The numbers of grpc/doc/connection-backoff.md: INITIAL_BACKOFF 1 s, MULTIPLIER 1.6, JITTER 0.2, MAX_BACKOFF 120 s.
@Suite("Connection back-off")
struct ConnectionBackoffTests {
  @Test(arguments: [(1, 1.0), (2, 1.6), (3, 2.56), (4, 4.096), (11, 109.951), (12, 120.0), (1_000_000, 120.0)])
  func waitsGrowToTheMaximum(failures: Int, seconds: Double) {
    let delay = ConnectionBackoff().delay(failures: failures, random: 0)
    #expect(abs(delay / .seconds(1) - seconds) < 0.001)
  }

  @Test func jitterIsAFifth() {
    let backoff = ConnectionBackoff()
    #expect(backoff.delay(failures: 1, random: -1) == .milliseconds(800))
    #expect(backoff.delay(failures: 1, random: 1) == .milliseconds(1_200))
  }
}
