internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

@Suite struct ReceptionDayTests {
  /// 2025-06-01T08:00:00+08:00, when the tests' clock begins.
  private static let now = Timestamp.with { $0.seconds = 1_748_736_000 }
  private static let before = Timestamp.with { $0.seconds = 1_748_728_800 }
  private static let after = Timestamp.with { $0.seconds = 1_748_743_200 }
  private static let name = "cities/370800/receptionDays/r1"

  @discardableResult
  private static func create(
    _ service: TestService,
    _ change: (inout ReceptionDay) -> Void = { _ in }
  ) async throws -> ReceptionDay {
    var day = ReceptionDay.with {
      $0.division = TestService.community
      $0.kind = .managerReceptionDay
      $0.project = TestService.project
      $0.plannedStartTime = after
    }
    change(&day)
    return try await service.receptionDays.createReceptionDay(
      .with {
        $0.parent = TestService.city
        $0.receptionDayID = "r1"
        $0.receptionDay = day
      }
    )
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let expected: String
    let change: @Sendable (inout ReceptionDay) -> Void
    var testDescription: String { expected }
  }

  private static let cases: [Case] = [
    Case(expected: "reception_day.kind: REQUIRED_FIELD") { $0.kind = .unspecified },
    Case(expected: "reception_day.kind: INVALID_FIELD") { $0.kind = .unrecognized(99) },
    Case(expected: "reception_day.project: REQUIRED_FIELD") { $0.project = "" },
    Case(expected: "reception_day.state: INVALID_FIELD") { $0.state = .cancelled },
    Case(expected: "reception_day.planned_start_time: REQUIRED_FIELD") { $0.plannedStartTime = nil },
    Case(expected: "reception_day.planned_end_time: PERIOD_REVERSED") { $0.plannedEndTime = before },
    Case(expected: "reception_day.start_time: REQUIRED_FIELD") { $0.state = .held },
    Case(expected: "reception_day.start_time: INVALID_FIELD") { $0.startTime = before },
    Case(expected: "reception_day.start_time: EVENT_TIME_IN_FUTURE") {
      $0.state = .held
      $0.startTime = after
    },
    Case(expected: "reception_day.end_time: PERIOD_REVERSED") {
      $0.state = .held
      $0.startTime = now
      $0.endTime = before
    },
    Case(expected: "reception_day.attendance: INVALID_FIELD") { $0.attendance = -1 },
    Case(expected: "reception_day.participants[0].role: REQUIRED_FIELD") { $0.participants = [.init()] },
    Case(expected: "reception_day.participants[0].person.reference: INVALID_FIELD") {
      $0.participants = [
        .with {
          $0.role = .lawyer
          $0.person = .with { $0.reference = String(repeating: "x", count: 65) }
        }
      ]
    },
    Case(expected: "reception_day.division: INVALID_FIELD") { $0.division = "cities/370800/divisions/370800" },
    Case(expected: "reception_day.compound: INVALID_FIELD") { $0.compound = TestService.otherCompound },
  ]

  @Test(arguments: cases)
  func aWrongFieldIsNamed(wrong: Case) async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      let refused = try await failure { try await Self.create(service, wrong.change) }
      #expect(refused.code == .invalidArgument && refused.fields == [wrong.expected])
    }
  }

  @Test func aPlannedEventIsHeldAndWithdrawn() async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      let planned = try await Self.create(service) {
        $0.participants = [.with { $0.role = .projectManager }]
        $0.compound = TestService.compound
      }
      #expect(planned.state == .planned)
      service.clock.advance(seconds: 10_000)
      let held = try await service.receptionDays.holdReceptionDay(
        .with {
          $0.name = Self.name
          $0.etag = planned.etag
          $0.startTime = Self.after
          $0.attendance = 42
        }
      )
      #expect(held.state == .held && held.attendance == 42 && held.startTime == Self.after)
      #expect(held.participants == planned.participants)
      let twice = try await failure {
        try await service.receptionDays.holdReceptionDay(
          .with {
            $0.name = Self.name
            $0.startTime = Self.after
          }
        )
      }
      #expect(twice.code == .failedPrecondition && twice.reason == "ACTION_NOT_ALLOWED")
      #expect(
        twice.metadata == [
          "state": "HELD", "action": "hold", "allowed_states": "PLANNED", "allowed_actions": "cancel",
        ]
      )
      let cancelled = try await service.receptionDays.cancelReceptionDay(
        .with {
          $0.name = Self.name
          $0.reason = "误登"
        }
      )
      #expect(cancelled.state == .cancelled && cancelled.cancelReason == "误登")
      #expect(cancelled.cancelTime == cancelled.eventTime)
      let again = try await failure {
        try await service.receptionDays.cancelReceptionDay(
          .with {
            $0.name = Self.name
            $0.reason = "再次"
          }
        )
      }
      #expect(again.metadata["state"] == "CANCELLED" && again.metadata["allowed_actions"]?.isEmpty == true)
      let withdrawn = try await service.receptionDays.listReceptionDays(
        .with {
          $0.parent = TestService.city
          $0.filter = "state = CANCELLED AND project = \"\(TestService.project)\""
        }
      )
      #expect(withdrawn.receptionDays == [cancelled])
    }
  }

  @Test func actionsAreCheckedFieldByField() async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      try await Self.create(service)
      let hold = try await failure { try await service.receptionDays.holdReceptionDay(.with { $0.name = Self.name }) }
      #expect(hold.fields == ["start_time: REQUIRED_FIELD"])
      let future = try await failure {
        try await service.receptionDays.holdReceptionDay(
          .with {
            $0.name = Self.name
            $0.startTime = Self.after
          }
        )
      }
      #expect(future.fields == ["start_time: EVENT_TIME_IN_FUTURE"])
      let cancel = try await failure {
        try await service.receptionDays.cancelReceptionDay(.with { $0.name = "receptionDays/r1" })
      }
      #expect(cancel.fields == ["name: INVALID_NAME", "reason: REQUIRED_FIELD"])
    }
  }

  @Test func stateChangesByActionsOnly() async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      let held = try await Self.create(service) {
        $0.state = .held
        $0.startTime = Self.before
      }
      let refused = try await failure {
        try await service.receptionDays.updateReceptionDay(
          .with {
            $0.receptionDay = .with {
              $0.name = held.name
              $0.state = .cancelled
            }
          }
        )
      }
      #expect(refused.fields == ["reception_day.state: INVALID_UPDATE_MASK"])
      let corrected = try await service.receptionDays.updateReceptionDay(
        .with {
          $0.receptionDay = .with {
            $0.name = held.name
            $0.attendance = 7
          }
        }
      )
      #expect(try await service.receptionDays.getReceptionDay(.with { $0.name = held.name }) == corrected)
      let project = try await failure {
        try await service.projects.deleteProject(.with { $0.name = TestService.project })
      }
      #expect(project.metadata == ["name": held.name])
      _ = try await service.receptionDays.deleteReceptionDay(.with { $0.name = held.name })
      let restored = try await service.receptionDays.undeleteReceptionDay(.with { $0.name = held.name })
      #expect(restored.attendance == 7 && restored.state == .held)
    }
  }
}
