/// The text of a `google.protobuf.Duration`: seconds with up to nine decimals and an `s`, as `-1.500s`.
enum DurationText {
  /// About 10,000 years either way.
  static let seconds: ClosedRange<Int64> = -315_576_000_000...315_576_000_000

  /// The text with no, three, six or nine decimals; nil outside the range, or where the signs differ.
  static func format(seconds: Int64, nanos: Int32) -> String? {
    guard self.seconds.contains(seconds), (-999_999_999...999_999_999).contains(nanos),
      seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0)
    else { return nil }
    let sign = seconds < 0 || nanos < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(TimestampText.fraction(abs(nanos)))s"
  }

  /// Seconds and nanoseconds, both with the text's sign; nil where the text has another form or is out of range.
  static func parse(_ text: String) -> (seconds: Int64, nanos: Int32)? {
    var scanner = DigitScanner(text)
    let isNegative = scanner.take("-")
    guard let digits = scanner.run(), let seconds = Int64(digits), let nanos = scanner.fraction(), scanner.take("s"),
      scanner.isAtEnd, self.seconds.contains(seconds)
    else { return nil }
    return isNegative ? (-seconds, -nanos) : (seconds, nanos)
  }
}
