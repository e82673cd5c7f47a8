internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Duty lists: one version in force at a time, rising with time.
@Suite struct DutyListTests {
  private static func make(
    _ version: Int32,
    from first: String?,
    to end: String?,
    in city: TestCity,
    _ change: (inout DutyList) -> Void = { _ in }
  ) async throws -> DutyList {
    var list = DutyList.with {
      $0.division = TestCity.county
      $0.displayName = "物业服务企业职责清单"
      $0.role = .firm
      $0.version = version
      $0.duties = ["公开服务内容、收费标准和收支情况"]
      $0.validFrom = first.map { CalendarDate($0) }
      $0.validTo = end.map { CalendarDate($0) }
    }
    change(&list)
    return try await city.works.policies.createDutyList(
      .with {
        $0.parent = TestCity.name
        $0.dutyList = list
      }
    )
  }

  @Test func oneVersionIsInForceAtATime() async throws {
    let city = try await TestCity()
    let first = try await Self.make(1, from: nil, to: "2025-01-01", in: city)
    let overlap = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await Self.make(2, from: "2024-12-31", to: nil, in: city)
    }
    #expect(overlap?.metadata == ["name": first.name])
    // Another role, another division, or one firm's own list are other lists.
    _ = try await Self.make(1, from: nil, to: nil, in: city) { $0.role = .committee }
    _ = try await Self.make(1, from: nil, to: nil, in: city) { $0.division = TestCity.street }
    _ = try await Self.make(1, from: nil, to: nil, in: city) { $0.subject = TestCity.firm }
    let own = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await Self.make(2, from: "2025-01-01", to: nil, in: city) { $0.subject = TestCity.firm }
    }
    #expect(own != nil)
    let second = try await Self.make(2, from: "2025-01-01", to: nil, in: city)
    let back = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await city.works.policies.updateDutyList(
        .with {
          $0.dutyList = .with {
            $0.name = first.name
            $0.validTo = CalendarDate("2025-01-02")
          }
        }
      )
    }
    #expect(back?.metadata == ["name": second.name])
  }

  @Test func versionsRiseWithTime() async throws {
    let city = try await TestCity()
    let middle = try await Self.make(5, from: "2024-01-01", to: "2025-01-01", in: city)
    let same = try await expectRefusal(.failedPrecondition, "DUPLICATE_RECORD") {
      try await Self.make(5, from: "2025-01-01", to: nil, in: city)
    }
    #expect(same?.metadata == ["name": middle.name])
    for (version, first, end) in [(Int32(4), "2025-01-01", nil), (6, nil, "2024-01-01")] as [(Int32, String?, String?)]
    {
      let refused = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
        try await Self.make(version, from: first, to: end, in: city)
      }
      #expect(refused?.fields == ["duty_list.version": "INVALID_FIELD"])
    }
    _ = try await Self.make(4, from: nil, to: "2024-01-01", in: city)
    _ = try await Self.make(6, from: "2025-01-01", to: nil, in: city)
  }

  @Test func theSubjectFitsTheRole() async throws {
    let city = try await TestCity()
    let refused = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(1, from: nil, to: nil, in: city) {
        $0.role = .committee
        $0.subject = TestCity.firm
      }
    }
    #expect(refused?.fields == ["duty_list.subject": "INVALID_FIELD"])
  }
}
