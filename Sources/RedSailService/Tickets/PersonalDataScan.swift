internal import RedSailAPI

/// Finds personal data in texts that must hold none, because tickets are repeated in the change feed and shown to firms:
/// mobile telephone numbers, identity numbers, and what the caller's own record says.
struct PersonalDataScan {
  /// What the caller's record says and no other text may repeat.
  private let known: [String]

  /// Makes a scan; with the caller where there is one.
  init(caller: TicketCaller?) {
    // A short name, or an address as short as a compound's name, would be found in innocent words.
    let numbers = [caller?.phone, caller?.idNumber].compactMap(\.self).map(Self.normalised).filter {
      $0.utf8.count >= 7
    }
    let name = caller.map(\.personalName) ?? ""
    known = numbers + (name.count >= 3 ? [name] : [])
  }

  /// Whether a text holds personal data.
  func finds(in text: String) -> Bool {
    let normalised = Self.normalised(text)
    if Self.holdsNumber(text) || Self.holdsNumber(normalised) { return true }
    return known.contains { normalised.contains($0) }
  }

  /// The text with full-width digits as ASCII, and without what people write between the digits of a number: spaces and
  /// hyphens, and the country code before a mobile number.
  static func normalised(_ text: String) -> String {
    // Most texts hold no digits at all.
    guard text.unicodeScalars.contains(where: isDigit) else { return text }
    var result = String.UnicodeScalarView()
    var pending: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if isDigit(scalar) {
        pending.removeAll()
        let value = scalar.value >= 0xFF10 ? scalar.value - 0xFF10 + 0x30 : scalar.value
        if let digit = Unicode.Scalar(value) { result.append(digit) }
      } else if let last = result.last, isDigit(last), pending.count < 3, separators.contains(scalar) {
        pending.append(scalar)
      } else {
        result.append(contentsOf: pending)
        pending.removeAll()
        result.append(scalar)
      }
    }
    return String(result).replacing("+86", with: " ").replacing("＋86", with: " ")
  }

  private static let separators: Set<Unicode.Scalar> = [
    " ", "-", "\u{3000}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{FF0D}",
  ]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  /// Whether a text holds a run of digits shaped like a mobile number (11 digits, 13 to 19 first) or an identity number
  /// (GB 11643: division, date of birth, sequence; the last of its 18 characters may be an X).
  private static func holdsNumber(_ text: String) -> Bool {
    var run: [UInt8] = []
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        run.append(byte - 0x30)
        continue
      }
      if !run.isEmpty {
        if isPersonal(run, then: byte) { return true }
        run.removeAll(keepingCapacity: true)
      }
    }
    return isPersonal(run, then: nil)
  }

  private static func isPersonal(_ run: [UInt8], then next: UInt8?) -> Bool {
    switch run.count {
    case 11: run[0] == 1 && run[1] >= 3
    case 17: (next == 0x58 || next == 0x78) && holdsBirthday(run)
    case 18: holdsBirthday(run)
    default: false
    }
  }

  /// Tells identity numbers from the other numbers of 18 digits, such as many a credit code.
  private static func holdsBirthday(_ run: [UInt8]) -> Bool {
    let century = run[6] * 10 + run[7]
    let month = run[10] * 10 + run[11]
    let day = run[12] * 10 + run[13]
    return (18...20).contains(century) && (1...12).contains(month) && (1...31).contains(day)
  }
}
