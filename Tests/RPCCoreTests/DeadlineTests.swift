internal import NIOCore
internal import RPCCore
internal import Testing

@Suite struct DeadlineTests {
  @Test(arguments: [Duration.zero, .seconds(-1), .seconds(Int64.min)])
  func hasPassedAtOnceWithoutTime(timeout: Duration) {
    let deadline = Deadline.after(timeout)
    #expect(deadline.hasPassed)
    #expect(deadline.remaining == .zero)
  }

  @Test func isCutToTheEndOfTheClock() {
    #expect(Deadline.after(.seconds(Int64.max)).time == .distantFuture)
    #expect(Deadline.after(.seconds(99_999_999 * 3600)).time == .distantFuture)
  }

  @Test func theEarlierOfTimeoutAndDeadlineHolds() throws {
    let soon = Deadline.after(.seconds(10))
    #expect(CallOptions(timeout: .seconds(1000), deadline: soon).effectiveDeadline(defaultTimeout: .seconds(1)) == soon)
    let late = Deadline.after(.seconds(1000))
    let effective = try #require(
      CallOptions(timeout: .seconds(10), deadline: late).effectiveDeadline(defaultTimeout: nil)
    )
    #expect(effective < late)
    let fallback = try #require(CallOptions().effectiveDeadline(defaultTimeout: .seconds(10)))
    #expect(fallback < late && !fallback.hasPassed)
    #expect(CallOptions().effectiveDeadline(defaultTimeout: nil) == nil)
  }
}
