internal import RPCCore
internal import Testing

/// grpc/doc/PROTOCOL-HTTP2.md, Timeout.
@Suite struct GRPCTimeoutTests {
  @Test(arguments: [
    ("1H", Duration.seconds(3600)), ("2M", .seconds(120)), ("3S", .seconds(3)), ("4m", .milliseconds(4)),
    ("5u", .microseconds(5)), ("6n", .nanoseconds(6)), ("99999999n", .nanoseconds(99_999_999)),
    ("99999999H", .seconds(99_999_999 * 3600)), ("00000001S", .seconds(1)), ("0n", .zero),
  ])
  func reads(value: String, timeout: Duration) {
    #expect(GRPCTimeout.parse(value.utf8.span) == timeout)
  }

  @Test(arguments: [
    "", "S", "1", "1s", "1h", "-1S", "+1S", "1.5S", " 1S", "1S ", "1 S", "100000000n", "0x1S", "1SS", "١S",
  ])
  func refuses(value: String) {
    #expect(GRPCTimeout.parse(value.utf8.span) == nil)
  }

  @Test(arguments: [
    (Duration.nanoseconds(1), "1n"), (.nanoseconds(99_999_999), "99999999n"), (.nanoseconds(100_000_000), "100000u"),
    (.nanoseconds(100_000_001), "100001u"), (.seconds(1), "1000000u"), (.seconds(100), "100000m"),
    (.seconds(99_999_999), "99999999S"), (.seconds(100_000_000), "1666667M"),
    (.seconds(99_999_999 * 3600), "99999999H"),
    (.seconds(Int64.max), "99999999H"), (.zero, "1n"), (.seconds(-5), "1n"),
    (Duration(secondsComponent: 0, attosecondsComponent: 1), "1n"),
  ])
  func writesTheFinestUnitRoundedUp(timeout: Duration, value: String) {
    #expect(GRPCTimeout.format(timeout) == value)
  }

  @Test func whatIsWrittenIsReadBackAtLeastAsLong() {
    for exponent in 0..<60 {
      let timeout = Duration.nanoseconds((Int64(1) << exponent) + 7)
      let read = GRPCTimeout.parse(GRPCTimeout.format(timeout).utf8.span)
      #expect(read.map { $0 >= timeout && $0 <= timeout + timeout / 10_000_0 + .nanoseconds(1) } == true)
    }
  }
}
