internal import Foundation
internal import Testing

@testable internal import RedSailStore

@Suite struct CivilTimeTests {
  /// Foundation's calendar is the judge.
  @Test func agreesWithFoundation() throws {
    let formatter = ISO8601DateFormatter()
    for day in stride(from: -40_000, through: 60_000, by: 37) {
      let seconds = day * 86_400 + (day * 7_919) % 86_400
      let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
      #expect(CivilTime.instant(text) == Instant(seconds: Int64(seconds), nanoseconds: 0), "\(text)")
      #expect(CivilTime.date(String(text.prefix(10)))?.integer == Int64(text.prefix(10).replacing("-", with: "")))
    }
  }

  @Test(arguments: [
    "2025-01-31T08:00:00", "2025-01-31 08:00:00Z", "2025-01-31T24:00:00Z", "2025-01-31T08:60:00Z",
    "2025-02-30T00:00:00Z",
    "2025-01-31T08:00:00.Z", "2025-01-31T08:00:00.1234567890Z", "2025-01-31T08:00:00+0800", "2025-01-31T08:00:00+24:00",
    "2025-01-31T08:00Z", "0000-01-01T00:00:00Z", "2025-01-31T08:00:00Zx", "",
  ])
  func refusesOtherTexts(_ text: String) {
    #expect(CivilTime.instant(text) == nil)
  }

  @Test func instantsSplitIntoSecondsAndNanoseconds() {
    for microseconds: Int64 in [0, 1, -1, 1_500_000, -1_500_000, -2_000_000] {
      let instant = Instant(microseconds: microseconds)
      #expect((0..<1_000_000_000).contains(instant.nanoseconds))
      #expect(Instant(seconds: instant.seconds, nanoseconds: instant.nanoseconds) == instant)
    }
  }
}
