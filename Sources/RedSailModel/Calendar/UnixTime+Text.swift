extension UnixTime: CustomStringConvertible {
  /// The time at +08:00 as `yyyy-mm-ddThh:mm:ss+08:00` (RFC 3339), the form that a reader of a refusal knows.
  public var description: String {
    let date = civilDate
    let second = seconds.floorDivided(by: Self.secondsPerDay).remainder + Self.shanghaiOffset
    let secondOfDay = second % Self.secondsPerDay
    let clock = [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60].map { $0.padded(to: 2) }
    return "\(date)T\(clock.joined(separator: ":"))+08:00"
  }
}

extension FixedWidthInteger {
  /// Decimal digits, filled up with zeros on the left.
  func padded(to width: Int) -> String {
    let digits = String(magnitude)
    return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
