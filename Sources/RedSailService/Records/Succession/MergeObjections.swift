internal import RedSailAPI
internal import RedSailStore

/// Which records of one kind are not merged: a merge is for records of one person or thing, and ends one of them.
extension LocalizedText {
  /// The records name different persons.
  fileprivate init?(_ field: String, _ one: PersonReference?, _ other: PersonReference?) {
    guard one?.reference != other?.reference else { return nil }
    self.init("\(field).reference differs: they are of different persons", "人员引用（\(field).reference）不同，不是同一人员")
  }

  /// The records differ in what makes them what they are.
  fileprivate init?(differsIn field: String, _ isSame: Bool) {
    guard !isSame else { return nil }
    self.init("\(field) differs: they are not the same", "\(field) 不一致，不是同一对象")
  }
}

extension Member {
  /// Two systems may know one person under two references. Who it is, is then told by the identities alone; no error
  /// repeats them.
  static func objection(toMerging predecessor: Member, into successor: Member, in snapshot: any StoreSnapshot) throws
    -> LocalizedText?
  {
    guard predecessor.person?.reference != successor.person?.reference else { return nil }
    guard let one = try identity(of: predecessor.name, in: snapshot),
      let other = try identity(of: successor.name, in: snapshot)
    else {
      return LocalizedText(
        "person.reference differs, and only identities could show that it is one person: enter both by SetMemberIdentity",
        "人员引用不同，且身份信息不全，无法确认为同一人员：请先登记双方身份信息"
      )
    }
    guard one.namesSamePerson(as: other) else {
      return LocalizedText(
        "person.reference differs, and their identities differ in name or telephone number",
        "人员引用不同，且姓名或电话不一致，不是同一人员"
      )
    }
    return nil
  }
}

extension MemberIdentity {
  /// Whether the names agree, and the telephone numbers where both are known.
  fileprivate func namesSamePerson(as other: MemberIdentity) -> Bool {
    func folded(_ name: String) -> String { name.filter { !$0.isWhitespace }.lowercased() }
    func digits(_ phone: String) -> String { String(phone.filter(\.isWholeNumber).suffix(11)) }
    guard folded(personalName) == folded(other.personalName) else { return false }
    return phone.isEmpty || other.phone.isEmpty || digits(phone) == digits(other.phone)
  }
}

extension Candidate {
  static func objection(toMerging predecessor: Candidate, into successor: Candidate, in snapshot: any StoreSnapshot)
    throws -> LocalizedText?
  {
    LocalizedText("person", predecessor.person, successor.person)
  }
}

extension KeyPost {
  static func objection(toMerging predecessor: KeyPost, into successor: KeyPost, in snapshot: any StoreSnapshot) throws
    -> LocalizedText?
  {
    LocalizedText("holder", predecessor.holder, successor.holder)
      ?? LocalizedText(differsIn: "post", predecessor.post == successor.post)
  }
}

extension Appointment {
  static func objection(toMerging predecessor: Appointment, into successor: Appointment, in snapshot: any StoreSnapshot)
    throws -> LocalizedText?
  {
    LocalizedText("person", predecessor.person, successor.person)
      ?? LocalizedText(differsIn: "kind", predecessor.kind == successor.kind)
  }
}

extension InstructorAssignment {
  static func objection(
    toMerging predecessor: InstructorAssignment,
    into successor: InstructorAssignment,
    in snapshot: any StoreSnapshot
  ) throws -> LocalizedText? {
    LocalizedText("instructor", predecessor.instructor, successor.instructor)
  }
}

extension Election {
  /// A ballot rests on its candidates: none joins an election whose ballot is open, and none leaves one.
  static func objection(toMerging predecessor: Election, into successor: Election, in snapshot: any StoreSnapshot)
    throws
    -> LocalizedText?
  {
    if let other = LocalizedText(differsIn: "kind", predecessor.kind == successor.kind)
      ?? LocalizedText(differsIn: "service_area", predecessor.serviceArea == successor.serviceArea)
    {
      return other
    }
    guard predecessor.state != .preparing || successor.state != .preparing else { return nil }
    return LocalizedText(
      "elections are merged while both are PREPARING: later a ballot rests on their candidates",
      "仅筹备阶段的选举可以合并，投票开始后候选人不得变动"
    )
  }
}

extension OwnersVote {
  /// A counted result stays: it is not lost in another record.
  static func objection(toMerging predecessor: OwnersVote, into successor: OwnersVote, in snapshot: any StoreSnapshot)
    throws -> LocalizedText?
  {
    if let other = LocalizedText(differsIn: "matter", predecessor.matter == successor.matter)
      ?? LocalizedText(differsIn: "service_area", predecessor.serviceArea == successor.serviceArea)
    {
      return other
    }
    guard predecessor.result != nil, predecessor.result != successor.result else { return nil }
    return LocalizedText("its counted result would be lost", "其计票结果将会丢失")
  }
}

extension Committee {
  static func objection(toMerging predecessor: Committee, into successor: Committee, in snapshot: any StoreSnapshot)
    throws -> LocalizedText?
  {
    LocalizedText(differsIn: "kind", predecessor.kind == successor.kind)
  }
}

extension Subsidy {
  /// What was decided or paid is not lost in another record.
  static func objection(toMerging predecessor: Subsidy, into successor: Subsidy, in snapshot: any StoreSnapshot) throws
    -> LocalizedText?
  {
    if let other = LocalizedText(differsIn: "firm", predecessor.firm == successor.firm) { return other }
    guard predecessor.state != .applied else { return nil }
    return LocalizedText("what was decided on it would be lost", "其审批和拨付情况将会丢失")
  }
}

extension Division {
  static func objection(toMerging predecessor: Division, into successor: Division, in snapshot: any StoreSnapshot)
    throws
    -> LocalizedText?
  {
    LocalizedText(differsIn: "level", predecessor.level == successor.level)
  }
}
