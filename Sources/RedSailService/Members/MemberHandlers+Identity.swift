internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// 党员身份信息.
extension MemberHandlers {
  func getMemberIdentity(_ request: GetMemberIdentityRequest, context: ServerContext) async throws -> MemberIdentity {
    let caller = try await members.environment.authorize(context)
    var violations = Violations()
    let member = violations.memberOfIdentity(request.name, "name")
    violations.value(request.purpose, "purpose")
    try violations.check()
    guard let member else { throw violations.error }
    let isClear = try PersonalDisclosure.isClear(unmasked: request.unmasked, purpose: request.purpose)
    let found = try await identity(of: member, caller)
    return isClear ? found : found.maskedForReading
  }

  /// A new identity is a new version of the member, so that the change feed tells that something changed, but not what.
  func setMemberIdentity(_ request: SetMemberIdentityRequest, context: ServerContext) async throws -> MemberIdentity {
    let environment = members.environment
    let caller = try await environment.authorize(context)
    var violations = Violations()
    violations.requestID(request.requestID)
    let eventTime = violations.eventTime(request.eventTime, now: environment.clock())
    var member: ResourceName?
    if let identity = request.memberIdentity {
      member = violations.memberOfIdentity(identity.name, "member_identity.name")
      violations.inside("member_identity") { identity.check(&$0) }
    } else {
      violations.missing("member_identity")
    }
    try violations.check()
    guard let member, let identity = request.memberIdentity else { throw violations.error }
    _ = try await environment.write(request, city: member.city, caller, context, answering: Member.self) {
      transaction in
      let stored = try transaction.live(Member.self, named: member.text)
      let current = try Member.identity(of: member.text, in: transaction)?.etag ?? ""
      guard identity.etag.isEmpty || identity.etag == current else {
        throw Failure.etagMismatch("\(member.text)/identity", current: current, came: identity.etag)
      }
      var changed = stored.resource
      changed.hasIdentity = true
      let moment = EventMoment(eventTime, record: transaction.time, caller: caller)
      let written = try transaction.update(stored, to: changed, named: member, moment)
      try Member.store(identity, of: written.resource, in: transaction)
      return written
    }
    // The answer is read, not remembered: answers to requests are kept apart from the rows that can be erased.
    return try await self.identity(of: member, caller).maskedForReading
  }

  private func identity(of member: ResourceName, _ caller: Caller) async throws -> MemberIdentity {
    try await members.environment.read(member.city, caller) { snapshot in
      guard try snapshot.record(Member.recordKind, named: member.text) != nil else {
        throw Failure.notFound(member.text)
      }
      guard let found = try Member.identity(of: member.text, in: snapshot) else {
        throw Failure.notFound("\(member.text)/identity")
      }
      return found
    }
  }
}

extension Violations {
  /// The member to whom the name of an identity belongs.
  fileprivate mutating func memberOfIdentity(_ name: String, _ field: String) -> ResourceName? {
    guard !name.isEmpty else {
      missing(field)
      return nil
    }
    let suffix = "/identity"
    guard name.hasSuffix(suffix), let member = ResourceType.member.parse(String(name.dropLast(suffix.count))) else {
      add(
        field,
        .invalidName,
        LocalizedText(
          "expected \(ResourceType.member.pattern)\(suffix), came '\(name)'",
          "资源名应为 \(ResourceType.member.pattern)\(suffix)，实为“\(name)”"
        )
      )
      return nil
    }
    return member
  }
}
