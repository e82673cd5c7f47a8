/// Finds numbers of landlines (固定电话) with their area code: 0 and two or three digits, then seven or eight, written in one
/// or with a hyphen, a blank or brackets between the two (YD/T 1180: the national numbering plan).
enum LandlineScan {
  /// Whether a text holds one.
  static func finds(in text: String) -> Bool {
    // The run of digits before this one, as long as nothing but a separator lies between the two.
    var before: [Unicode.Scalar] = []
    var run: [Unicode.Scalar] = []
    var gap = 0
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        run.append(digit)
        continue
      }
      if !run.isEmpty {
        if isLandline(run, after: before) { return true }
        (before, run, gap) = (run, [], 0)
      }
      gap += 1
      if gap > 2 || !separators.contains(scalar) { before = [] }
    }
    return isLandline(run, after: before)
  }

  private static func isLandline(_ run: [Unicode.Scalar], after before: [Unicode.Scalar]) -> Bool {
    switch run.count {
    case 7, 8: isAreaCode(before[...])
    case 10, 11, 12: isAreaCode(run.dropLast(run.count == 10 ? 7 : 8)) || isAreaCode(run.dropLast(7))
    default: false
    }
  }

  private static func isAreaCode(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
    (3...4).contains(digits.count) && digits.first == "0" && digits.dropFirst().first != "0"
  }

  private static let separators: Set<Unicode.Scalar> = [
    " ", "-", ")", "\u{FF09}", "\u{3000}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "\u{FF0D}",
  ]

  /// The digit as ASCII; nil for any other character.
  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39: scalar
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    default: nil
    }
  }
}
