internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Member {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    if person != nil { violations.person(person, "person", required: true) }
    violations.value(stage, "stage")
    for dated in DatedStage.all { violations.date(dated.date(self), dated.field) }
    // Whoever has left may have done so at any stage.
    guard stage != .left else { return }
    let reached = stage == .unspecified ? MemberStage.applicant.rawValue : stage.rawValue
    for dated in DatedStage.all {
      let isGiven = dated.date(self) != nil
      if dated.stage.rawValue == reached, !isGiven { violations.missing(dated.field) }
      if dated.stage.rawValue > reached, isGiven {
        violations.add(
          dated.field,
          .invalidField,
          LocalizedText("belongs to a stage that is not reached: see stage", "所填日期属于尚未到达的发展阶段")
        )
      }
    }
  }

  /// A new record stands at a stage; leaving is an action.
  static func newID(_ id: String, for resource: Member, field: String, _ violations: inout Violations) -> String {
    if resource.stage == .left {
      violations.add(
        "member.stage",
        .invalidField,
        LocalizedText("a new record has the stage reached; use LeaveMember", "新增时应填写已到达的发展阶段，退出请用退出操作")
      )
    }
    if id.isEmpty { return ResourceID.random() }
    violations.id(id, field)
    return id
  }

  mutating func derive(from name: ResourceName) {
    if stage == .unspecified { stage = .applicant }
  }

  static func prepare(
    _ resource: Member,
    before: Member?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "member.division"
      )
    }
    if before == nil {
      try transaction.checkPast([
        "member.application_date": resource.applicationDate, "member.activist_date": resource.activistDate,
        "member.target_date": resource.targetDate, "member.probation_date": resource.probationDate,
        "member.full_date": resource.fullDate,
      ])
      try resource.checkPipeline(in: transaction) { "member.\($0?.field ?? "left_date")" }
      try resource.checkUnique(named: name, in: transaction)
    }
    if before?.keyPost != resource.keyPost, !resource.keyPost.isEmpty { try resource.checkKeyPost(in: transaction) }
    if let before, before.division != resource.division {
      try moveIdentity(of: name.text, to: resource.divisionCode, in: transaction)
    }
  }

  /// Nobody goes through the pipeline twice at a time; whoever left may apply again.
  private func checkUnique(named name: ResourceName, in snapshot: any StoreSnapshot) throws {
    guard stage != .left, let person, !person.reference.isEmpty else { return }
    let others = try snapshot.others(
      Member.self,
      besides: name,
      where: .compare("person_reference", .equal, .text(person.reference))
    )
    guard let other = others.first(where: { $0.resource.stage != .left }) else { return }
    throw Failure.duplicate(
      of: other.record.name,
      LocalizedText("'\(other.record.name)' is the record of this person", "该人员已有党员发展记录")
    )
  }

  /// A key post belongs to the person who holds it.
  private func checkKeyPost(in snapshot: any StoreSnapshot) throws {
    let post = try snapshot.referred(KeyPost.self, named: keyPost, field: "member.key_post").resource
    guard post.holder?.reference != person?.reference else { return }
    throw Failure.field(
      "member.key_post",
      .invalidField,
      LocalizedText("'\(keyPost)' is held by someone else", "该关键岗位由他人担任")
    )
  }
}
