internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Two clocks: when it happened, and when it was written down.
@Suite struct EventTimeTests {
  private static let now: Int64 = 1_748_736_000
  private static let day: Int64 = 86_400

  private static func update(_ eventTime: Timestamp) -> UpdateFirmRequest {
    .with {
      $0.firm = .with {
        $0.name = TestService.firm
        $0.shortName = "红帆"
      }
      $0.eventTime = eventTime
    }
  }

  @Test func theFutureIsRefused() async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await service.firms.updateFirm(Self.update(.with { $0.seconds = Self.now + 3 }))
      }
      #expect(refused.code == .invalidArgument && refused.fields == ["event_time: EVENT_TIME_IN_FUTURE"])
    }
  }

  /// Two machines' clocks differ: what lies ahead by less than the stated 2 s happened now, not in the future.
  @Test func aClockThatIsSlightlyAheadIsTaken() async throws {
    try await TestService.withCity { service in
      let firm = try await service.firms.updateFirm(Self.update(.with { $0.seconds = Self.now + 2 }))
      #expect(firm.eventTime?.seconds == Self.now)
    }
  }

  @Test func aTimeBeforeTheLastEventIsRefused() async throws {
    try await TestService.withCity { service in
      service.clock.advance(seconds: Self.day)
      let refused = try await failure {
        try await service.firms.updateFirm(Self.update(.with { $0.seconds = Self.now - 1 }))
      }
      #expect(refused.code == .failedPrecondition && refused.reason == "EVENT_TIME_BEFORE_LAST")
      #expect(refused.metadata == ["last_event_time": "2025-06-01T08:00:00+08:00"])
    }
  }

  /// The allowance is 24 hours, its end included.
  @Test(arguments: [(day, false), (day + 1, true)])
  func aLateEntryIsFlagged(delay: Int64, isBackfilled: Bool) async throws {
    try await TestService.withCity { service in
      service.clock.advance(seconds: delay)
      let firm = try await service.firms.updateFirm(Self.update(.with { $0.seconds = Self.now }))
      #expect(firm.backfilled == isBackfilled)
      #expect(firm.eventTime?.seconds == Self.now && firm.updateTime?.seconds == Self.now + delay)
    }
  }

  @Test(arguments: [(Int64.max, Int32(0)), (0, -1), (0, 1_000_000_000), (-62_135_596_801, 0)])
  func aTimestampOutsideItsRangeIsRefused(seconds: Int64, nanos: Int32) async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await service.firms.updateFirm(
          Self.update(
            .with {
              $0.seconds = seconds
              $0.nanos = nanos
            }
          )
        )
      }
      #expect(refused.code == .invalidArgument && refused.fields == ["event_time: INVALID_FIELD"])
    }
  }
}
