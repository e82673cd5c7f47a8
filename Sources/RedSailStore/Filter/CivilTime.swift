/// Reads dates and RFC 3339 times, strictly.
enum CivilTime {
  /// “2025-01-31” as a date column's value; nil if it is no day of the (proleptic) Gregorian calendar.
  static func date(_ text: String) -> ColumnValue? {
    day(Substring(text)).map { .date(year: $0.year, month: $0.month, day: $0.day) }
  }

  /// “2025-01-31T08:00:00.5+08:00”; offset required, at most nine fractional digits, those below a microsecond cut off.
  static func instant(_ text: String) -> Instant? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      let day = day(text.prefix(10)), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = number(bytes[11..<13]), hour < 24, let minute = number(bytes[14..<16]), minute < 60,
      let second = number(bytes[17..<19]), second < 60
    else { return nil }
    var rest = bytes[19...]
    var microseconds: Int64 = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (48...57).contains($0) }
      guard (1...9).contains(digits.count) else { return nil }
      rest = rest.dropFirst(1 + digits.count)
      let padded = (Array(digits) + [UInt8](repeating: 48, count: 6)).prefix(6)
      microseconds = Int64(number(padded) ?? 0)
    }
    guard let offset = offset(rest) else { return nil }
    let seconds = Int64(day.sinceEpoch) * 86_400 + Int64(hour * 3_600 + minute * 60 + second) - Int64(offset * 60)
    return Instant(microseconds: seconds * 1_000_000 + microseconds)
  }

  private struct Day {
    let year: Int
    let month: Int
    let day: Int

    /// Days since 1970-01-01, counting years from 1 March so that leap days come last.
    var sinceEpoch: Int {
      let shifted = month > 2 ? year : year - 1
      let fromMarch = (month + 9) % 12
      let inYear = (153 * fromMarch + 2) / 5 + day - 1
      return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + inYear - 719_468
    }
  }

  private static func day(_ text: Substring) -> Day? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), year > 0, let month = number(bytes[5..<7]), (1...12).contains(month),
      let day = number(bytes[8..<10])
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day) ? Day(year: year, month: month, day: day) : nil
  }

  /// Minutes east of UTC.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      bytes[3] == UInt8(ascii: ":"), let hours = number(bytes[1..<3]), hours < 24,
      let minutes = number(bytes[4..<6]), minutes < 60
    else { return nil }
    return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}
