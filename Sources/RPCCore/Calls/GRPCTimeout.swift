/// The value of `grpc-timeout`: a positive integer of at most 8 digits and a unit (grpc/doc/PROTOCOL-HTTP2.md).
package enum GRPCTimeout {
  /// The finest first; the size in nanoseconds.
  private static let units: [(letter: Character, nanoseconds: Int64)] = [
    ("n", 1), ("u", 1_000), ("m", 1_000_000), ("S", 1_000_000_000), ("M", 60_000_000_000), ("H", 3_600_000_000_000),
  ]

  /// The time that a value stands for; nil if it is malformed. Zero is let through: such a call is too late already.
  package static func parse(_ value: Span<UInt8>) -> Duration? {
    guard (2...9).contains(value.count) else { return nil }
    var number: Int64 = 0
    for index in 0..<(value.count - 1) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(value[index]) else { return nil }
      number = number * 10 + Int64(value[index] - UInt8(ascii: "0"))
    }
    return switch value[value.count - 1] {
    case UInt8(ascii: "n"): .nanoseconds(number)
    case UInt8(ascii: "u"): .microseconds(number)
    case UInt8(ascii: "m"): .milliseconds(number)
    case UInt8(ascii: "S"): .seconds(number)
    case UInt8(ascii: "M"): .seconds(number * 60)
    case UInt8(ascii: "H"): .seconds(number * 3600)
    default: nil
    }
  }

  /// The value for a time: in the finest unit that takes at most 8 digits, rounded up so that the server does not give up
  /// before the client; at least one nanosecond, at most 99999999 hours.
  package static func format(_ timeout: Duration) -> String {
    let (seconds, attoseconds) = timeout.components
    for (letter, size) in units {
      let count: Int64
      if size < 1_000_000_000 {
        let perSecond = 1_000_000_000 / size
        let attosecondsPerUnit = size * 1_000_000_000
        guard seconds < 100_000_000 / perSecond + 1 else { continue }
        count = seconds * perSecond + (attoseconds + attosecondsPerUnit - 1) / attosecondsPerUnit
      } else {
        let secondsPerUnit = size / 1_000_000_000
        let roundsUp = seconds % secondsPerUnit > 0 || attoseconds > 0
        count = seconds / secondsPerUnit + (roundsUp ? 1 : 0)
      }
      if count <= 99_999_999 { return "\(max(1, count))\(letter)" }
    }
    return "99999999H"
  }
}
