internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailService
internal import RedSailStore
internal import Testing

/// Who a member is stands in a row of its own and nowhere else; the feed does not even say how far the person has come.
@Suite struct MemberIdentityTests {
  private static let personal = ["张三丰", "13812341234"]
  private static let name = "cities/370800/members/m1/identity"

  private static func set(
    _ service: TestService,
    _ change: (inout SetMemberIdentityRequest) -> Void = { _ in }
  ) async throws -> MemberIdentity {
    var request = SetMemberIdentityRequest.with {
      $0.memberIdentity = .with {
        $0.name = name
        $0.personalName = personal[0]
        $0.phone = personal[1]
      }
    }
    change(&request)
    return try await service.members.setMemberIdentity(request)
  }

  private func expectNothingPersonal(in bytes: [UInt8], _ place: String) {
    let data = Data(bytes)
    for text in Self.personal { #expect(data.range(of: Data(text.utf8)) == nil, "\(place) holds \(text)") }
  }

  private static func withMember(_ body: (TestService) async throws -> Void) async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      try await service.makeMember()
      try await body(service)
    }
  }

  @Test func identitiesAreReadMasked() async throws {
    try await Self.withMember { service in
      let none = try await failure { try await service.members.getMemberIdentity(.with { $0.name = Self.name }) }
      #expect(none.code == .notFound)
      let set = try await Self.set(service)
      #expect(set.masked && set.personalName == "张*" && set.phone == "138****1234")
      expectNothingPersonal(in: try set.serialized(), "the answer")
      // A purpose alone asks for nothing in clear.
      let read = try await service.members.getMemberIdentity(
        .with {
          $0.name = Self.name
          $0.purpose = .audit
        }
      )
      #expect(read == set)
      let member = try await service.members.getMember(.with { $0.name = "cities/370800/members/m1" })
      #expect(member.hasIdentity && member.etag == set.etag)
      expectNothingPersonal(in: try member.serialized(), "the member")
      let nobody = try await failure {
        try await service.members.getMemberIdentity(.with { $0.name = "cities/370800/members/m9/identity" })
      }
      #expect(nobody.code == .notFound)
      let wrong = try await failure {
        try await service.members.getMemberIdentity(.with { $0.name = "cities/370800/members/m1" })
      }
      #expect(wrong.fields == ["name: INVALID_NAME"])
    }
  }

  @Test func clearValuesNeedAPurposeAndAGrant() async throws {
    try await Self.withMember { service in
      _ = try await Self.set(service)
      let aimless = try await failure {
        try await service.members.getMemberIdentity(
          .with {
            $0.name = Self.name
            $0.unmasked = true
          }
        )
      }
      #expect(aimless.code == .permissionDenied && aimless.reason == "PURPOSE_REQUIRED")
      let denied = try await failure {
        try await service.members.getMemberIdentity(
          .with {
            $0.name = Self.name
            $0.unmasked = true
            $0.purpose = .audit
          }
        )
      }
      #expect(denied.code == .permissionDenied && denied.reason == "PERMISSION_DENIED")
      #expect(denied.metadata == ["permission": "GRANT_UNMASKED_READ"])
    }
  }

  @Test func theFeedTellsOnlyThatARecordChanged() async throws {
    try await Self.withMember { service in
      _ = try await Self.set(service)
      _ = try await service.members.advanceMember(
        .with {
          $0.name = "cities/370800/members/m1"
          $0.stage = .activist
          $0.date = CalendarDate(2021, 3, 1)
        }
      )
      let feed = try await service.feed.listChanges(
        .with {
          $0.parent = TestService.city
          $0.maxChanges = 1_000
        }
      )
      let changes = feed.changes.filter { $0.resourceType == "redsail/Member" }
      #expect(changes.map(\.kind) == [.created, .updated, .updated])
      #expect(changes.allSatisfy { $0.resource == nil && $0.name == "cities/370800/members/m1" })
      expectNothingPersonal(in: try feed.serialized(), "the feed")
    }
  }

  @Test func theStoreKeepsPersonsInTheirRowOnly() async throws {
    try await Self.withMember { service in
      _ = try await Self.set(service)
      let kept = try await service.store.read(ReadContext(city: "370800", scope: .all)) { snapshot in
        let kind = try #require(RedSailServices.storeSchema.kinds.first { $0.name == "member" })
        let record = try #require(try snapshot.record(kind, named: "cities/370800/members/m1"))
        let history = try snapshot.history(of: record)
        let side = try #require(try snapshot.side("member_identity", subject: record.name))
        return (record.bytes, history.flatMap { ($0.before ?? []) + ($0.after ?? []) }, side)
      }
      expectNothingPersonal(in: kept.0, "the record")
      expectNothingPersonal(in: kept.1, "the change log")
      #expect(kept.2.division == "370811012")
      #expect(try MemberIdentity(serialized: kept.2.bytes).personalName == Self.personal[0])
      // The row goes where the member goes.
      _ = try await service.members.updateMember(
        .with {
          $0.member = .with {
            $0.name = "cities/370800/members/m1"
            $0.division = TestService.otherCounty
          }
        }
      )
      let moved = try await service.store.read(ReadContext(city: "370800", scope: .all)) { snapshot in
        try snapshot.side("member_identity", subject: "cities/370800/members/m1")
      }
      #expect(moved?.division == "370881" && moved?.bytes == kept.2.bytes)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let expected: [String]
    let change: @Sendable (inout MemberIdentity) -> Void
    var testDescription: String { expected.joined(separator: " ") }
  }

  private static let cases: [Case] = [
    Case(expected: ["member_identity.masked: INVALID_FIELD"]) { $0.masked = true },
    Case(expected: ["member_identity.personal_name: INVALID_FIELD"]) { $0.personalName = "张*" },
    Case(expected: ["member_identity.phone: INVALID_FIELD"]) { $0.phone = "138****1234" },
    Case(expected: ["member_identity.personal_name: REQUIRED_FIELD"]) { $0.personalName = "" },
    Case(expected: ["member_identity.phone: INVALID_FIELD"]) { $0.phone = String(repeating: personal[1], count: 3) },
    Case(expected: ["member_identity.personal_name: INVALID_FIELD"]) {
      $0.personalName = String(repeating: personal[0], count: 22)
    },
    Case(expected: ["member_identity.name: INVALID_NAME"]) { $0.name = "cities/370800/members/m1" },
  ]

  @Test(arguments: cases)
  func errorsDoNotRepeatWhatCame(wrong: Case) async throws {
    try await Self.withMember { service in
      let request = SetMemberIdentityRequest.with {
        var identity = MemberIdentity.with {
          $0.name = Self.name
          $0.personalName = Self.personal[0]
          $0.phone = Self.personal[1]
        }
        wrong.change(&identity)
        $0.memberIdentity = identity
      }
      do {
        _ = try await service.members.setMemberIdentity(request)
        Issue.record("the call succeeded")
      } catch let error as RPCError {
        #expect(try CallFailure(error).fields == wrong.expected)
        expectNothingPersonal(in: error.status.details + Array(error.message.utf8), "the error")
      }
    }
  }

  @Test func reasonsDoNotSayWhoSomeoneIs() async throws {
    try await Self.withMember { service in
      _ = try await Self.set(service)
      for text in ["\(Self.personal[0])本人申请", "联系138 1234 1234", "电话13900001111"] {
        let refused = try await failure {
          try await service.members.leaveMember(
            .with {
              $0.name = "cities/370800/members/m1"
              $0.date = CalendarDate(2025, 5, 1)
              $0.reason = text
            }
          )
        }
        #expect(refused.code == .invalidArgument && refused.fields == ["reason: PERSONAL_DATA_MISPLACED"])
        expectNothingPersonal(in: Array(refused.message.utf8) + Array(refused.chinese.utf8), "the error")
      }
    }
  }

  @Test func identitiesAreSetUnderTheirEtagAndOnce() async throws {
    try await Self.withMember { service in
      let request = SetMemberIdentityRequest.with {
        $0.requestID = UUID().uuidString
        $0.memberIdentity = .with {
          $0.name = Self.name
          $0.personalName = Self.personal[0]
        }
      }
      let first = try await service.members.setMemberIdentity(request)
      #expect(try await service.members.setMemberIdentity(request) == first)
      let other = try await failure {
        try await Self.set(service) { $0.requestID = request.requestID }
      }
      #expect(other.code == .alreadyExists && other.reason == "REQUEST_ID_REUSED")
      // What is not set again is no longer kept.
      let second = try await Self.set(service) {
        $0.memberIdentity?.etag = first.etag
        $0.memberIdentity?.personalName = "李四"
        $0.memberIdentity?.phone = ""
      }
      #expect(second.personalName == "李*" && second.phone.isEmpty)
      let stale = try await failure { try await Self.set(service) { $0.memberIdentity?.etag = first.etag } }
      #expect(stale.code == .aborted && stale.metadata == ["etag": second.etag])
      _ = try await service.members.deleteMember(.with { $0.name = "cities/370800/members/m1" })
      let deleted = try await failure { try await Self.set(service) }
      #expect(deleted.reason == "DELETED")
    }
  }
}
