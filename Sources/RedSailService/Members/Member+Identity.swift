internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Who a member is (党员身份信息): a row of its own beside the record, that can be erased without touching it.
extension Member {
  /// The kind of the side rows; the subject is the member's name.
  static let identityKind = "member_identity"

  /// Who a member is; nil where nothing is kept.
  static func identity(of member: String, in snapshot: any StoreSnapshot) throws -> MemberIdentity? {
    guard let side = try snapshot.side(identityKind, subject: member) else { return nil }
    return try MemberIdentity(serialized: side.bytes)
  }

  /// Finds personal data in texts, those of the member among them.
  static func scan(for member: String, in snapshot: any StoreSnapshot) throws -> PersonalDataScan {
    let identity = try identity(of: member, in: snapshot)
    return PersonalDataScan(
      caller: identity.map { identity in
        .with {
          $0.personalName = identity.personalName
          $0.phone = identity.phone
        }
      }
    )
  }

  /// Writes who a member is, in place of what was kept. The row's etag is that of the member as written with it.
  static func store(_ identity: MemberIdentity, of member: Member, in transaction: any StoreTransaction) throws {
    let kept = MemberIdentity.with {
      $0.name = "\(member.name)/identity"
      $0.etag = member.etag
      $0.personalName = identity.personalName
      $0.phone = identity.phone
    }
    try transaction.put(
      SideRecord(
        kind: identityKind,
        subject: member.name,
        division: member.divisionCode,
        bytes: kept.serialized()
      )
    )
  }

  /// Takes the row along when the member moves to another division, so that it stays in the scope of whoever may see the
  /// member.
  static func moveIdentity(of member: String, to division: String, in transaction: any StoreTransaction) throws {
    guard let side = try transaction.side(identityKind, subject: member) else { return }
    try transaction.put(SideRecord(kind: identityKind, subject: member, division: division, bytes: side.bytes))
  }
}

extension MemberIdentity {
  /// Checks what a caller sets. Messages tell lengths, never values.
  func check(_ violations: inout Violations) {
    violations.text(personalName, "personal_name", limit: 64, required: true)
    violations.text(phone, "phone", limit: 32)
    if masked { violations.maskedIdentity("masked") }
    if personalName.hasSuffix("*") { violations.maskedIdentity("personal_name") }
    if phone.contains("***") { violations.maskedIdentity("phone") }
  }

  /// The identity as a reader without a right to clear values sees it; the schema's privacy annotations say how.
  var maskedForReading: MemberIdentity {
    var shown = self
    shown.masked = true
    shown.personalName = PersonMask.name(personalName)
    shown.phone = PersonMask.phone(phone)
    return shown
  }
}

extension Violations {
  /// A value that a masked answer showed: written back, it would take the place of the real one.
  fileprivate mutating func maskedIdentity(_ field: String) {
    add(
      field,
      .invalidField,
      LocalizedText(
        "expected the values themselves, came what a masked answer shows",
        "应填写真实值，不得写回脱敏后的内容"
      )
    )
  }
}
