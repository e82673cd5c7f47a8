internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Programmes of a year (专项工作) and satisfaction surveys (满意度测评).
@Suite struct ProgrammeTests {
  private static func programme(
    _ service: TestService,
    _ change: (inout Programme) -> Void = { _ in }
  ) async throws -> Programme {
    var programme = Programme.with {
      $0.division = TestService.county
      $0.displayName = "标准建设年"
      $0.kind = .themeYear
      $0.year = 2025
      $0.validFrom = CalendarDate(2025, 1, 1)
    }
    change(&programme)
    return try await service.recognition.createProgramme(
      .with {
        $0.parent = TestService.city
        $0.programme = programme
      }
    )
  }

  private static func survey(
    _ service: TestService,
    _ change: (inout SatisfactionSurvey) -> Void = { _ in }
  ) async throws -> SatisfactionSurvey {
    var survey = SatisfactionSurvey.with {
      $0.division = TestService.community
      $0.subject = TestService.compound
      $0.surveyDate = CalendarDate(2025, 6, 1)
      $0.respondentCount = 100
      $0.satisfiedCount = 98
      $0.dissatisfiedCount = 2
    }
    change(&survey)
    return try await service.recognition.createSatisfactionSurvey(
      .with {
        $0.parent = TestService.city
        $0.satisfactionSurvey = survey
      }
    )
  }

  @Test func aProgrammeIsDoneAtAHundredPerCent() async throws {
    try await TestService.withCity { service in
      let programme = try await Self.programme(service) { $0.progressPercent = 60 }
      let cases: [(String, (inout Programme) -> Void)] = [
        ("programme.progress_percent: INVALID_FIELD", { $0.progressPercent = 101 }),
        ("programme.progress_percent: INVALID_FIELD", { $0.doneDate = CalendarDate(2025, 5, 1) }),
        (
          "programme.done_date: EVENT_TIME_IN_FUTURE",
          {
            $0.progressPercent = 100
            $0.doneDate = CalendarDate(2025, 6, 2)
          }
        ),
        (
          "programme.done_date: PERIOD_REVERSED",
          {
            $0.progressPercent = 100
            $0.doneDate = CalendarDate(2024, 12, 31)
          }
        ),
        ("programme.year: REQUIRED_FIELD", { $0.year = 0 }),
      ]
      for (expected, change) in cases {
        let refused = try await failure { try await Self.programme(service, change) }
        #expect(refused.code == .invalidArgument && refused.fields == [expected])
      }
      let done = try await service.recognition.updateProgramme(
        .with {
          $0.programme = .with {
            $0.name = programme.name
            $0.progressPercent = 100
            $0.doneDate = CalendarDate(2025, 6, 1)
          }
        }
      )
      let listed = try await service.recognition.listProgrammes(
        .with {
          $0.parent = TestService.city
          $0.filter = "kind = THEME_YEAR AND year = 2025 AND done_date >= \"2025-01-01\""
        }
      )
      #expect(listed.programmes == [done])
    }
  }

  @Test func nobodyAnswersTwice() async throws {
    try await TestService.withCity { service in
      let survey = try await Self.survey(service)
      let cases: [(String, (inout SatisfactionSurvey) -> Void)] = [
        ("satisfaction_survey.satisfied_count: INVALID_FIELD", { $0.satisfiedCount = 99 }),
        (
          "satisfaction_survey.respondent_count: REQUIRED_FIELD",
          {
            $0.respondentCount = 0
            $0.satisfiedCount = 0
            $0.dissatisfiedCount = 0
          }
        ),
        ("satisfaction_survey.dissatisfied_count: INVALID_FIELD", { $0.dissatisfiedCount = -1 }),
        ("satisfaction_survey.survey_date: EVENT_TIME_IN_FUTURE", { $0.surveyDate = CalendarDate(2025, 6, 2) }),
        ("satisfaction_survey.subject: INVALID_FIELD", { $0.subject = TestService.otherCompound }),
        ("satisfaction_survey.subject: INVALID_NAME", { $0.subject = TestService.grid }),
      ]
      for (expected, change) in cases {
        let refused = try await failure { try await Self.survey(service, change) }
        #expect(refused.code == .invalidArgument && refused.fields == [expected])
      }
      let fewer = try await failure {
        try await service.recognition.updateSatisfactionSurvey(
          .with {
            $0.satisfactionSurvey = .with {
              $0.name = survey.name
              $0.respondentCount = 99
            }
          }
        )
      }
      #expect(fewer.fields == ["satisfaction_survey.satisfied_count: INVALID_FIELD"])
      let listed = try await service.recognition.listSatisfactionSurveys(
        .with {
          $0.parent = TestService.city
          $0.filter = "subject = \"\(TestService.compound)\""
          $0.orderBy = "survey_date"
        }
      )
      #expect(listed.satisfactionSurveys == [survey])
    }
  }
}
