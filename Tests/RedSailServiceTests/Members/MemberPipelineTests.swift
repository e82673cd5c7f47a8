internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// The way from an application to full membership (中国共产党发展党员工作细则): five stages, a year as an activist, a year of
/// probation.
@Suite struct MemberPipelineTests {
  /// A way on the shortest terms.
  private static let days: [(stage: Member.Stage, day: CalendarDate)] = [
    (.applicant, CalendarDate(2020, 1, 10)), (.activist, CalendarDate(2021, 3, 1)),
    (.target, CalendarDate(2022, 3, 1)), (.probationary, CalendarDate(2022, 5, 20)),
    (.full, CalendarDate(2023, 5, 20)),
  ]

  /// A record that has come as far as a stage.
  private static func at(_ stage: Member.Stage) -> (inout Member) -> Void {
    { member in
      member.stage = stage
      let dates = days.prefix { $0.stage.rawValue <= stage.rawValue }.map(\.day)
      member.applicationDate = dates.first
      member.activistDate = dates.dropFirst(1).first
      member.targetDate = dates.dropFirst(2).first
      member.probationDate = dates.dropFirst(3).first
      member.fullDate = dates.dropFirst(4).first
    }
  }

  private static func advance(
    _ service: TestService,
    to stage: Member.Stage,
    on day: CalendarDate,
    _ name: String = "cities/370800/members/m1"
  ) async throws -> Member {
    try await service.members.advanceMember(
      .with {
        $0.name = name
        $0.stage = stage
        $0.date = day
      }
    )
  }

  private static func leave(_ service: TestService, on day: CalendarDate) async throws -> Member {
    try await service.members.leaveMember(
      .with {
        $0.name = "cities/370800/members/m1"
        $0.date = day
        $0.reason = "本人申请"
      }
    )
  }

  private static func train(_ service: TestService, on day: CalendarDate) async throws -> Member {
    try await service.members.recordMemberBackbone(
      .with {
        $0.name = "cities/370800/members/m1"
        $0.date = day
      }
    )
  }

  @Test func aPersonGoesThroughEveryStage() async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      let applicant = try await service.makeMember()
      #expect(applicant.stage == .applicant)
      var member = applicant
      for (stage, day) in Self.days.dropFirst() {
        member = try await Self.advance(service, to: stage, on: day)
        #expect(member.stage == stage)
      }
      #expect(
        [member.applicationDate, member.activistDate, member.targetDate, member.probationDate, member.fullDate]
          == Self.days.map(\.day)
      )
      // What a history load gives at once is what step by step leads to.
      let loaded = try await service.makeMember("m2") {
        Self.at(.full)(&$0)
        $0.person = .with { $0.reference = "p-2" }
      }
      #expect(loaded.stage == .full && loaded.fullDate == member.fullDate)
      let listed = try await service.members.listMembers(
        .with {
          $0.parent = TestService.city
          $0.division = TestService.county
          $0.filter = "stage = FULL AND activist_date >= \"2021-01-01\" AND person.reference = \"p-1\""
        }
      )
      #expect(listed.members == [member])
    }
  }

  @Test func everyOtherStepIsRefused() async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      let day = CalendarDate(2025, 5, 1)
      let stages = Self.days.map(\.stage)
      for (index, stage) in stages.enumerated() {
        let name = try await service.makeMember("m\(index)") {
          Self.at(stage)(&$0)
          $0.person = .with { $0.reference = "p-\(index)" }
        }.name
        for (next, other) in stages.enumerated() where next != index + 1 {
          let refused = try await failure { try await Self.advance(service, to: other, on: day, name) }
          #expect(refused.code == .failedPrecondition)
          #expect(refused.reason == (stage == .full ? "ACTION_NOT_ALLOWED" : "STAGE_SKIPPED"))
          guard stage != .full else {
            #expect(
              refused.metadata["state"] == "FULL" && refused.metadata["allowed_actions"] == "leave, record_backbone"
            )
            continue
          }
          let names = ["APPLICANT", "ACTIVIST", "TARGET", "PROBATIONARY", "FULL"]
          #expect(refused.metadata == ["stage": names[next], "expected": names[index + 1]])
          #expect(refused.fields == ["stage: STAGE_SKIPPED"])
        }
        // Nothing was changed by it.
        #expect(try await service.members.getMember(.with { $0.name = name }).stage == stage)
      }
    }
  }

  @Test(arguments: [
    (Member.Stage.activist, Member.Stage.target, CalendarDate(2022, 2, 28), "member.activist_to_target_months"),
    (.probationary, .full, CalendarDate(2023, 5, 19), "member.probation_months"),
  ])
  func aYearIsNotCutShort(from: Member.Stage, to: Member.Stage, early: CalendarDate, parameter: String) async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      try await service.makeMember("m1", Self.at(from))
      let refused = try await failure { try await Self.advance(service, to: to, on: early) }
      #expect(refused.code == .failedPrecondition && refused.reason == "RULE_BREACHED")
      #expect(refused.fields == ["date: RULE_BREACHED"])
      #expect(refused.metadata["parameter"] == parameter && refused.metadata["value"] == "12")
      #expect(refused.metadata["division"] == "CN" && refused.metadata["source"]?.contains("发展党员工作细则") == true)
      // The day after is a year after.
      var day = early
      day.day += 1
      if day.month == 2 { (day.month, day.day) = (3, 1) }
      #expect(try await Self.advance(service, to: to, on: day).stage == to)
      let loaded = try await failure {
        try await service.makeMember("m2") {
          Self.at(to)(&$0)
          if to == .target { $0.targetDate = early } else { $0.fullDate = early }
          $0.person = .with { $0.reference = "p-2" }
        }
      }
      #expect(loaded.reason == "RULE_BREACHED" && loaded.metadata["parameter"] == parameter)
    }
  }

  @Test func aDivisionMayAskForMore() async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      _ = try await RuleServiceClient(service.channel).createParameter(
        .with {
          $0.parent = TestService.city
          $0.parameter = .with {
            $0.division = TestService.county
            $0.key = "member.probation_months"
            $0.value = .with { $0.kind = .integer(18) }
            $0.source = "任城区委组织部〔2023〕2号"
            $0.validFrom = CalendarDate(2023, 1, 1)
          }
        }
      )
      try await service.makeMember("m1", Self.at(.probationary))
      let refused = try await failure { try await Self.advance(service, to: .full, on: CalendarDate(2023, 11, 19)) }
      #expect(refused.reason == "RULE_BREACHED")
      #expect(
        refused.metadata == [
          "parameter": "member.probation_months", "value": "18", "division": "370811", "source": "任城区委组织部〔2023〕2号",
        ]
      )
      #expect(try await Self.advance(service, to: .full, on: CalendarDate(2023, 11, 20)).stage == .full)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let expected: String
    var metadata: [String: String] = [:]
    let change: @Sendable (inout Member) -> Void
    var testDescription: String { expected }
  }

  private static let cases: [Case] = [
    Case(expected: "member.application_date: REQUIRED_FIELD") { $0.applicationDate = nil },
    Case(expected: "member.person: REQUIRED_FIELD") { $0.person = nil },
    Case(expected: "member.person.reference: REQUIRED_FIELD") { $0.person = .with { $0.duty = "保安" } },
    Case(expected: "member.person.reference: PERSONAL_DATA_MISPLACED") {
      $0.person = .with { $0.reference = "13812341234" }
    },
    Case(expected: "member.party_organisation: REQUIRED_FIELD") { $0.partyOrganisation = "" },
    Case(expected: "member.stage: INVALID_FIELD") { $0.stage = .left },
    Case(expected: "member.stage: INVALID_FIELD") { $0.stage = .unrecognized(9) },
    Case(expected: "member.target_date: REQUIRED_FIELD") {
      at(.target)(&$0)
      $0.targetDate = nil
    },
    Case(expected: "member.full_date: INVALID_FIELD") { $0.fullDate = CalendarDate(2024, 1, 1) },
    Case(expected: "member.application_date: INVALID_DATE") { $0.applicationDate = CalendarDate(2023, 2, 29) },
    Case(expected: "member.application_date: EVENT_TIME_IN_FUTURE") { $0.applicationDate = CalendarDate(2025, 6, 2) },
    Case(expected: "member.target_date: STAGE_SKIPPED", metadata: ["stage": "TARGET", "expected": "ACTIVIST"]) {
      at(.target)(&$0)
      $0.activistDate = nil
    },
    Case(expected: "member.activist_date: STAGE_SKIPPED", metadata: ["stage": "ACTIVIST", "expected": "APPLICANT"]) {
      at(.activist)(&$0)
      $0.applicationDate = nil
    },
    Case(
      expected: "member.activist_date: STAGE_SKIPPED",
      metadata: ["stage": "ACTIVIST", "expected": "not before 2020-01-10"]
    ) {
      at(.activist)(&$0)
      $0.activistDate = CalendarDate(2020, 1, 9)
    },
  ]

  @Test(arguments: cases)
  func aWrongFieldIsNamed(wrong: Case) async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      let refused = try await failure { try await service.makeMember("m1", wrong.change) }
      #expect(refused.fields == [wrong.expected])
      #expect(wrong.metadata.isEmpty || refused.metadata == wrong.metadata)
      #expect(refused.code == (wrong.expected.hasSuffix("STAGE_SKIPPED") ? .failedPrecondition : .invalidArgument))
    }
  }

  @Test func stagesAreChangedByActionsOnly() async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      let name = try await service.makeMember().name
      let refused = try await failure {
        try await service.members.updateMember(
          .with {
            $0.member = .with {
              $0.name = name
              $0.stage = .activist
              $0.activistDate = CalendarDate(2021, 3, 1)
            }
          }
        )
      }
      #expect(refused.code == .invalidArgument && refused.reason == "INVALID_UPDATE_MASK")
      let future = try await failure { try await Self.advance(service, to: .activist, on: CalendarDate(2025, 6, 2)) }
      #expect(future.fields == ["date: EVENT_TIME_IN_FUTURE"])
      let early = try await failure { try await Self.advance(service, to: .activist, on: CalendarDate(2020, 1, 9)) }
      #expect(early.fields == ["date: STAGE_SKIPPED"])
      let left = try await failure { try await Self.advance(service, to: .left, on: CalendarDate(2025, 5, 1)) }
      #expect(left.fields == ["stage: INVALID_FIELD"])
      let empty = try await failure { try await service.members.advanceMember(.with { $0.name = name }) }
      #expect(empty.fields == ["stage: REQUIRED_FIELD", "date: REQUIRED_FIELD"])
    }
  }

  @Test func whoeverLeftAppliesAnew() async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      try await service.makeMember("m1", Self.at(.activist))
      let twice = try await failure { try await service.makeMember("m2") }
      #expect(twice.code == .failedPrecondition && twice.reason == "DUPLICATE_RECORD")
      #expect(twice.metadata == ["name": "cities/370800/members/m1"])
      let before = try await failure { try await Self.leave(service, on: CalendarDate(2021, 2, 28)) }
      #expect(before.fields == ["date: STAGE_SKIPPED"])
      #expect(before.metadata == ["stage": "LEFT", "expected": "not before 2021-03-01"])
      let left = try await Self.leave(service, on: CalendarDate(2021, 6, 1))
      #expect(left.stage == .left && left.leftDate == CalendarDate(2021, 6, 1) && left.leftReason == "本人申请")
      #expect(left.activistDate == CalendarDate(2021, 3, 1))
      let further = try await failure { try await Self.advance(service, to: .target, on: CalendarDate(2023, 3, 1)) }
      #expect(further.code == .failedPrecondition && further.reason == "ACTION_NOT_ALLOWED")
      #expect(further.metadata["state"] == "LEFT" && further.metadata["allowed_actions"] == "")
      let again = try await failure { try await Self.leave(service, on: CalendarDate(2023, 3, 1)) }
      #expect(again.reason == "ACTION_NOT_ALLOWED")
      // The record that has ended can still be moved.
      _ = try await service.members.updateMember(
        .with {
          $0.member = .with {
            $0.name = left.name
            $0.division = TestService.county
          }
        }
      )
      let anew = try await service.makeMember("m2") { $0.applicationDate = CalendarDate(2024, 1, 1) }
      #expect(anew.stage == .applicant)
    }
  }

  @Test func aDeletedRecordComesBackByTheRules() async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      let name = try await service.makeMember("m1", Self.at(.full)).name
      _ = try await service.members.deleteMember(.with { $0.name = name })
      let second = try await service.makeMember("m2").name
      let refused = try await failure { try await service.members.undeleteMember(.with { $0.name = name }) }
      #expect(refused.reason == "DUPLICATE_RECORD" && refused.metadata == ["name": second])
      _ = try await service.members.deleteMember(.with { $0.name = second })
      #expect(try await service.members.undeleteMember(.with { $0.name = name }).stage == .full)
    }
  }

  @Test func onlyMembersOfThePartyBecomeABackbone() async throws {
    for stage in Self.days.map(\.stage) {
      try await TestService.withCity { service in
        try await service.makeOrganisation()
        try await service.makeMember("m1", Self.at(stage))
        guard stage == .probationary || stage == .full else {
          let refused = try await failure { try await Self.train(service, on: CalendarDate(2025, 1, 1)) }
          #expect(refused.code == .failedPrecondition && refused.reason == "ACTION_NOT_ALLOWED")
          #expect(refused.metadata["allowed_states"] == "PROBATIONARY, FULL")
          return
        }
        let early = try await failure { try await Self.train(service, on: CalendarDate(2022, 5, 19)) }
        #expect(early.reason == "CONDITION_UNMET" && early.metadata == ["condition": "probation_date"])
        let trained = try await Self.train(service, on: CalendarDate(2022, 5, 20))
        #expect(trained.backboneDate == CalendarDate(2022, 5, 20) && trained.stage == stage)
        let twice = try await failure { try await Self.train(service, on: CalendarDate(2024, 5, 20)) }
        #expect(twice.reason == "DUPLICATE_RECORD")
        let listed = try await service.members.listMembers(
          .with {
            $0.parent = TestService.city
            $0.filter = "backbone_date >= \"2022-01-01\" AND backbone_date < \"2023-01-01\""
          }
        )
        #expect(listed.members == [trained])
      }
    }
  }

  @Test func aKeyPostIsThePersonsOwn() async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation()
      try await service.makeProject()
      let post = try await service.makeKeyPost().name
      let other = try await failure {
        try await service.makeMember {
          $0.person = .with { $0.reference = "p-2" }
          $0.keyPost = post
        }
      }
      #expect(other.fields == ["member.key_post: INVALID_FIELD"])
      let member = try await service.makeMember { $0.keyPost = post }
      let listed = try await service.members.listMembers(
        .with {
          $0.parent = TestService.city
          $0.filter = "key_post = \"\(post)\""
        }
      )
      #expect(listed.members == [member])
      // A firm that deletes the post does not learn from it who is on the way into the party.
      _ = try await service.personnel.deleteKeyPost(.with { $0.name = post })
    }
  }
}
