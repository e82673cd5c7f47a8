internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Monthly totals of the hotline: one for each division and month.
@Suite struct HotlineTotalTests {
  private static func make(
    _ year: Int32,
    _ month: Int32,
    in city: TestCity,
    _ change: (inout HotlineTotal) -> Void = { _ in }
  ) async throws -> HotlineTotal {
    var total = HotlineTotal.with {
      $0.division = TestCity.county
      $0.year = year
      $0.month = month
      $0.callCount = 10_000
      $0.propertyCallCount = 158
    }
    change(&total)
    return try await city.works.hotline.createHotlineTotal(
      .with {
        $0.parent = TestCity.name
        $0.hotlineTotal = total
      }
    )
  }

  @Test func aDivisionHasOneAMonth() async throws {
    let city = try await TestCity()
    let january = try await Self.make(2025, 1, in: city)
    let twice = try await expectRefusal(.failedPrecondition, "DUPLICATE_RECORD") {
      try await Self.make(2025, 1, in: city)
    }
    #expect(twice?.metadata == ["name": january.name])
    _ = try await Self.make(2025, 2, in: city)
    _ = try await Self.make(2024, 1, in: city)
    let whole = try await Self.make(2025, 1, in: city) { $0.division = "\(TestCity.name)/divisions/370800" }
    let moved = try await expectRefusal(.failedPrecondition, "DUPLICATE_RECORD") {
      try await city.works.hotline.updateHotlineTotal(
        .with {
          $0.hotlineTotal = .with {
            $0.name = whole.name
            $0.division = TestCity.county
          }
        }
      )
    }
    #expect(moved?.metadata == ["name": january.name])
    _ = try await city.works.hotline.deleteHotlineTotal(.with { $0.name = january.name })
    let anew = try await Self.make(2025, 1, in: city)
    let back = try await expectRefusal(.failedPrecondition, "DUPLICATE_RECORD") {
      try await city.works.hotline.undeleteHotlineTotal(.with { $0.name = january.name })
    }
    #expect(back?.metadata == ["name": anew.name])
  }

  @Test func propertyCallsAreAmongAllAndNoMonthLiesAhead() async throws {
    let city = try await TestCity()
    let more = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(2025, 1, in: city) { $0.propertyCallCount = 10_001 }
    }
    #expect(more?.fields == ["hotline_total.property_call_count": "INVALID_FIELD"])
    _ = try await Self.make(2025, 1, in: city) { $0.propertyCallCount = 10_000 }
    // It is 2026-01-31: the month that runs may be told, the next one not.
    _ = try await Self.make(2026, 1, in: city) { $0.propertyCallCount = 0 }
    for (year, month) in [(Int32(2026), Int32(2)), (2027, 1)] {
      let ahead = try await expectRefusal(.invalidArgument, "EVENT_TIME_IN_FUTURE") {
        try await Self.make(year, month, in: city)
      }
      #expect(ahead?.fields == ["hotline_total.month": "EVENT_TIME_IN_FUTURE"])
    }
    let thirteenth = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(2025, 13, in: city)
    }
    #expect(thirteenth?.fields == ["hotline_total.month": "INVALID_FIELD"])
    let street = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await Self.make(2025, 3, in: city) { $0.division = TestCity.street }
    }
    #expect(street?.fields == ["hotline_total.division": "INVALID_FIELD"])
  }
}
