internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// A firm's credit grade (Shandong's scale) and its associations.
@Suite struct FirmRuleTests {
  private static func update(
    _ service: TestService,
    paths: [String] = [],
    _ change: (inout Firm) -> Void
  ) async throws -> Firm {
    var firm = Firm.with { $0.name = TestService.firm }
    change(&firm)
    return try await service.firms.updateFirm(
      .with {
        $0.firm = firm
        if !paths.isEmpty { $0.updateMask = .with { $0.paths = paths } }
      }
    )
  }

  private static func rate(_ service: TestService, _ score: Int32, on day: CalendarDate) async throws -> Firm {
    try await update(service) {
      $0.creditScore = score
      $0.creditDate = day
    }
  }

  @Test func theGradeFollowsTheScore() async throws {
    try await TestService.withCity { service in
      let day = CalendarDate(2025, 3, 1)
      let grades: [(Int32, Firm.CreditGrade)] = [
        (100, .aaa), (85, .aaa), (84, .aa), (80, .aa), (79, .a), (70, .a), (69, .b), (60, .b), (59, .c), (0, .c),
      ]
      for (score, grade) in grades {
        #expect(try await Self.rate(service, score, on: day).creditGrade == grade)
      }
      // A caller does not set it.
      let claimed = try await failure { try await Self.update(service, paths: ["credit_grade"]) { _ in } }
      #expect(claimed.reason == "INVALID_UPDATE_MASK")
      let listed = try await service.firms.listFirms(
        .with {
          $0.parent = TestService.city
          $0.filter = "credit_grade = C"
        }
      )
      #expect(listed.firms.map(\.name) == [TestService.firm])
      let unrated = try await Self.update(service, paths: ["credit_score", "credit_date"]) { _ in }
      #expect(unrated.creditGrade == .unspecified && unrated.creditScore == nil)
    }
  }

  @Test func theDivisionsScaleOfTheDayHolds() async throws {
    try await TestService.withCity { service in
      _ = try await RuleServiceClient(service.channel).createParameter(
        .with {
          $0.parent = TestService.city
          $0.parameter = .with {
            $0.division = TestService.county
            $0.key = "credit.grade.aaa"
            $0.value = .with { $0.kind = .integer(90) }
            $0.source = "任城区住建局〔2025〕3号"
            $0.validFrom = CalendarDate(2025, 3, 1)
          }
        }
      )
      #expect(try await Self.rate(service, 89, on: CalendarDate(2025, 2, 28)).creditGrade == .aaa)
      #expect(try await Self.rate(service, 89, on: CalendarDate(2025, 3, 1)).creditGrade == .aa)
      #expect(try await Self.rate(service, 90, on: CalendarDate(2025, 3, 1)).creditGrade == .aaa)
      let elsewhere = try await Self.update(service) {
        $0.division = TestService.otherCounty
        $0.creditScore = 89
      }
      #expect(elsewhere.creditGrade == .aaa)
    }
  }

  @Test func aWrongFieldIsNamed() async throws {
    try await TestService.withCity { service in
      let day = CalendarDate(2025, 6, 1)
      let member = Firm.AssociationMembership.with {
        $0.association = "济宁市物业管理服务协会"
        $0.validFrom = CalendarDate(2020, 1, 1)
      }
      let cases: [(String, (inout Firm) -> Void)] = [
        ("firm.credit_date: REQUIRED_FIELD", { $0.creditScore = 80 }),
        ("firm.credit_score: REQUIRED_FIELD", { $0.creditDate = day }),
        (
          "firm.credit_score: INVALID_FIELD",
          {
            $0.creditScore = 101
            $0.creditDate = day
          }
        ),
        (
          "firm.credit_date: EVENT_TIME_IN_FUTURE",
          {
            $0.creditScore = 80
            $0.creditDate = CalendarDate(2025, 6, 2)
          }
        ),
        (
          "firm.association_memberships[0].association: REQUIRED_FIELD",
          {
            $0.associationMemberships = [member]
            $0.associationMemberships[0].association = ""
          }
        ),
        (
          "firm.association_memberships[1].valid_from: REQUIRED_FIELD",
          {
            $0.associationMemberships = [member, member]
            $0.associationMemberships[1].validFrom = nil
          }
        ),
        (
          "firm.association_memberships[0].valid_to: PERIOD_REVERSED",
          {
            $0.associationMemberships = [member]
            $0.associationMemberships[0].validTo = CalendarDate(2019, 1, 1)
          }
        ),
      ]
      for (expected, change) in cases {
        let refused = try await failure { try await Self.update(service, change) }
        #expect(refused.code == .invalidArgument && refused.fields == [expected])
      }
    }
  }

  @Test func periodsInOneAssociationDoNotOverlap() async throws {
    try await TestService.withCity { service in
      func membership(_ name: String, _ from: Int32, _ to: Int32?) -> Firm.AssociationMembership {
        .with {
          $0.association = name
          $0.validFrom = CalendarDate(from, 1, 1)
          $0.validTo = to.map { CalendarDate($0, 1, 1) }
        }
      }
      let refused = try await failure {
        try await Self.update(service) {
          $0.associationMemberships = [
            membership("市协会", 2020, 2023), membership("省协会", 2021, nil), membership("市协会", 2022, nil),
          ]
        }
      }
      #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OVERLAP")
      #expect(refused.metadata == ["name": TestService.firm])
      let firm = try await Self.update(service) {
        $0.associationMemberships = [
          membership("市协会", 2023, nil), membership("省协会", 2021, nil), membership("市协会", 2020, 2023),
        ]
      }
      #expect(firm.associationMemberships.count == 3)
    }
  }
}
