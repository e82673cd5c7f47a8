/// The text of a `google.protobuf.Timestamp`: RFC 3339, from year 1 to year 9999, with up to nine decimals.
enum TimestampText {
  static let seconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// The text in UTC with no, three, six or nine decimals; nil outside the range.
  static func format(seconds: Int64, nanos: Int32) -> String? {
    guard self.seconds.contains(seconds), (0...999_999_999).contains(nanos) else { return nil }
    let days = Int((seconds - (seconds < 0 ? 86_399 : 0)) / 86_400)
    let second = Int(seconds) - days * 86_400
    let date = CivilTime.date(days: days)
    return "\(pad(date.year, 4))-\(pad(date.month, 2))-\(pad(date.day, 2))T"
      + "\(pad(second / 3600, 2)):\(pad(second / 60 % 60, 2)):\(pad(second % 60, 2))\(fraction(nanos))Z"
  }

  /// Seconds and nanoseconds; nil where the text is not RFC 3339 (with a capital T, and Z or a numeric offset).
  static func parse(_ text: String) -> (seconds: Int64, nanos: Int32)? {
    var scanner = DigitScanner(text)
    guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"),
      let day = scanner.digits(2), scanner.take("T"), let hour = scanner.digits(2), scanner.take(":"),
      let minute = scanner.digits(2), scanner.take(":"), let second = scanner.digits(2)
    else { return nil }
    guard year >= 1, (1...12).contains(month), day >= 1, day <= CivilTime.daysInMonth(month, year: year), hour < 24,
      minute < 60, second < 60, let nanos = scanner.fraction()
    else { return nil }
    var offset = 0
    if !scanner.take("Z") {
      let sign = scanner.take("+") ? 1 : scanner.take("-") ? -1 : 0
      guard sign != 0, let hours = scanner.digits(2), scanner.take(":"), let minutes = scanner.digits(2),
        hours < 24, minutes < 60
      else { return nil }
      offset = sign * (hours * 3600 + minutes * 60)
    }
    let days = CivilTime.days(year: year, month: month, day: day)
    let seconds = Int64(days * 86_400 + hour * 3600 + minute * 60 + second - offset)
    guard scanner.isAtEnd, self.seconds.contains(seconds) else { return nil }
    return (seconds, nanos)
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// No, three, six or nine decimals with their point.
  static func fraction(_ nanos: Int32) -> String {
    switch nanos {
    case 0: ""
    case let nanos where nanos % 1_000_000 == 0: "." + pad(Int(nanos) / 1_000_000, 3)
    case let nanos where nanos % 1_000 == 0: "." + pad(Int(nanos) / 1_000, 6)
    default: "." + pad(Int(nanos), 9)
    }
  }
}
