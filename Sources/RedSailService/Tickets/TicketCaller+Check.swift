internal import RedSailAPI

extension TicketCaller {
  /// Whether the record says nothing of anyone.
  var isEmpty: Bool {
    personalName.isEmpty && phone.isEmpty && address.isEmpty && idNumber.isEmpty && ownerReference.isEmpty
  }

  /// Checks the fields that a caller may set. Messages tell lengths, never values.
  func check(_ violations: inout Violations) {
    violations.text(personalName, "personal_name", limit: 64)
    violations.text(phone, "phone", limit: 32)
    violations.text(address, "address", limit: 256)
    violations.text(idNumber, "id_number", limit: 32)
    violations.text(ownerReference, "owner_reference", limit: 128)
  }
}
