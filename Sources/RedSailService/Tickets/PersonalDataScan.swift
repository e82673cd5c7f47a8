internal import RedSailAPI

/// Finds personal data in texts that must hold none, because tickets are repeated in the change feed and shown to firms:
/// mobile telephone numbers, identity numbers, and what the caller's own record says.
struct PersonalDataScan {
  /// What the caller's record says and no other text may repeat.
  private let known: [String]

  /// Makes a scan; with the caller where there is one.
  init(caller: TicketCaller?) {
    // A name of one character, or an address as short as a compound's name, would be found in innocent words.
    known = [caller?.phone, caller?.idNumber].compactMap(\.self).filter { $0.utf8.count >= 7 }
  }

  /// Whether a text holds personal data.
  func finds(in text: String) -> Bool {
    if Self.holdsNumber(text) { return true }
    return known.contains { text.contains($0) }
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
