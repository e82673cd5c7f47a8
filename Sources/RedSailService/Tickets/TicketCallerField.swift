internal import ProtobufRuntime
internal import RedSailAPI

/// A field of a caller's record that an update may change; the raw value is its name in the schema.
enum TicketCallerField: String, Sendable, CaseIterable {
  case personalName = "personal_name"
  case phone
  case address
  case idNumber = "id_number"
  case ownerReference = "owner_reference"
  case contactConsent = "contact_consent"

  /// The fields that a mask names; all that are set where there is none.
  static func fields(_ mask: FieldMask?, in new: TicketCaller, _ violations: inout Violations) -> [TicketCallerField] {
    let paths = mask?.paths ?? []
    if paths.isEmpty { return allCases.filter { $0.isSet(in: new) } }
    if paths == ["*"] { return allCases }
    var fields: [TicketCallerField] = []
    for (index, path) in paths.enumerated() where path != "etag" {
      if let field = TicketCallerField(rawValue: path) {
        fields.append(field)
      } else {
        violations.add(
          "update_mask.paths[\(index)]",
          .invalidUpdateMask,
          LocalizedText(
            "no field '\(path)' to change; there are \(allCases.map(\.rawValue).joined(separator: ", "))",
            "没有可修改的字段“\(path)”"
          )
        )
      }
    }
    return fields
  }

  /// Copies the field from one record to another.
  func copy(from new: TicketCaller, to old: inout TicketCaller) {
    switch self {
    case .personalName: old.personalName = new.personalName
    case .phone: old.phone = new.phone
    case .address: old.address = new.address
    case .idNumber: old.idNumber = new.idNumber
    case .ownerReference: old.ownerReference = new.ownerReference
    case .contactConsent: old.contactConsent = new.contactConsent
    }
  }

  /// Whether the field holds what a masked answer shows instead of the value: a masked record whose field was not
  /// changed, or text with the mask's stars.
  func isMasked(in new: TicketCaller) -> Bool {
    switch self {
    case .personalName: new.personalName.hasSuffix("*")
    case .phone: new.phone.contains("***")
    case .address: new.address.contains("***")
    case .idNumber: new.idNumber.contains("***")
    // A masked answer leaves it out, so a masked record says nothing of it.
    case .ownerReference: new.masked && new.ownerReference.isEmpty
    case .contactConsent: false
    }
  }

  private func isSet(in new: TicketCaller) -> Bool {
    var copied = TicketCaller()
    copy(from: new, to: &copied)
    return copied != TicketCaller()
  }
}
