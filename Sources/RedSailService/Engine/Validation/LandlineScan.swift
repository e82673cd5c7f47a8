/// Finds numbers of landlines (固定电话) with their area code: 0 and two or three digits, then seven or eight that begin with
/// 2 to 8, also behind the country code, and with a hyphen, a blank or brackets between the parts (the national numbering
/// plan: no local number begins with 0, 1 or 9).
enum LandlineScan {
  /// Whether a text holds one.
  static func finds(in text: String) -> Bool {
    // The runs of digits so far between which nothing but a separator lies.
    var runs: [[UInt8]] = []
    var run: [UInt8] = []
    var gap = 0
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        run.append(digit)
        continue
      }
      if !run.isEmpty {
        runs.append(run)
        if endsInLandline(runs) { return true }
        (run, gap) = ([], 0)
      }
      gap += 1
      if gap > 2 || !separators.contains(scalar) { runs = [] }
    }
    return endsInLandline(runs + [run])
  }

  /// Whether the last runs are a number: with its area code in one run, or that alone and one or two behind it.
  private static func endsInLandline(_ runs: [[UInt8]]) -> Bool {
    guard let last = runs.last else { return false }
    if isWhole(last[...]) { return true }
    if let area = runs.dropLast().last {
      if isAreaCode(area[...]), isLocal(last[...]), !isDay(last) { return true }
      // The country code, then the area code without its 0: +86 537 2345678.
      if let country = runs.dropLast(2).last, isCountryCode(country), isAreaCode(([0] + area)[...]), isLocal(last[...])
      {
        return true
      }
    }
    guard let area = runs.dropLast(2).last, let first = runs.dropLast().last, last.count == 4 else { return false }
    return isAreaCode(area[...]) && (3...4).contains(first.count) && isLocal((first + last)[...])
  }

  private static func isWhole(_ run: ArraySlice<UInt8>) -> Bool {
    (3...4).contains { isAreaCode(run.prefix($0)) && isLocal(run.dropFirst($0)) }
  }

  private static func isAreaCode(_ digits: ArraySlice<UInt8>) -> Bool {
    (3...4).contains(digits.count) && digits.first == 0 && digits.dropFirst().first != 0
  }

  private static func isLocal(_ digits: ArraySlice<UInt8>) -> Bool {
    (7...8).contains(digits.count) && digits.first.map { (2...8).contains($0) } == true
  }

  private static func isCountryCode(_ run: [UInt8]) -> Bool { run == [8, 6] || run == [0, 0, 8, 6] }

  /// Whether it is a day, as in a number of a file: 0537-20240815.
  private static func isDay(_ run: [UInt8]) -> Bool {
    run.count == 8 && run[0] == 2 && run[1] == 0 && (1...12).contains(run[4] * 10 + run[5])
      && (1...31).contains(run[6] * 10 + run[7])
  }

  private static let separators: Set<Unicode.Scalar> = [
    " ", "-", ")", "\u{FF09}", "\u{3000}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "\u{FF0D}",
  ]

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x30...0x39: UInt8(scalar.value - 0x30)
    case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10)
    default: nil
    }
  }
}
