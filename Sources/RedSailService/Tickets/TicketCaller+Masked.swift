internal import RedSailAPI
internal import RedSailModel

extension TicketCaller {
  /// The record as a reader without a right to clear values sees it; the schema's privacy annotations say how each
  /// field is masked.
  var maskedForReading: TicketCaller {
    var shown = self
    shown.masked = true
    shown.personalName = PersonMask.name(personalName)
    shown.phone = PersonMask.phone(phone)
    shown.address = Self.maskedAddress(address)
    shown.idNumber = PersonMask.identityNumber(idNumber)
    // Its annotation names no mask, so it is left out as a whole.
    shown.ownerReference = ""
    return shown
  }

  /// An address cut after the compound: before the first number, which is that of a building or a household (or of a
  /// house in its street, which hides more). One without a number has another shape than expected and is hidden whole.
  private static func maskedAddress(_ address: String) -> String {
    guard !address.isEmpty else { return "" }
    guard let number = address.firstIndex(where: \.isNumber) else { return "****" }
    return address[..<number] + "****"
  }
}
