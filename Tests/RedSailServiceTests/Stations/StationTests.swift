internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Red Sail stations (红帆驿站) and their public duty rosters.
@Suite struct StationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let expected: String
    let change: @Sendable (inout Station) -> Void
    var testDescription: String { expected }
  }

  private static func shift(_ weekday: Int32, _ role: Station.DutyShift.Role = .partyMember) -> Station.DutyShift {
    .with {
      $0.weekday = weekday
      $0.person = TestService.person
      $0.role = role
    }
  }

  private static let cases: [Case] = [
    Case(expected: "station.grid: REQUIRED_FIELD") { $0.grid = "" },
    Case(expected: "station.grid: INVALID_FIELD") { $0.division = TestService.otherCommunity },
    Case(expected: "station.division: INVALID_FIELD") { $0.division = TestService.county },
    Case(expected: "station.compound: INVALID_FIELD") { $0.compound = TestService.otherCompound },
    Case(expected: "station.duty_roster[0].weekday: REQUIRED_FIELD") { $0.dutyRoster = [shift(0)] },
    Case(expected: "station.duty_roster[1].weekday: INVALID_FIELD") { $0.dutyRoster = [shift(7), shift(8)] },
    Case(expected: "station.duty_roster[0].weekday: INVALID_FIELD") { $0.dutyRoster = [shift(-1)] },
    Case(expected: "station.duty_roster[0].role: REQUIRED_FIELD") { $0.dutyRoster = [shift(1, .unspecified)] },
    Case(expected: "station.duty_roster[0].person: REQUIRED_FIELD") {
      $0.dutyRoster = [shift(1)]
      $0.dutyRoster[0].person = nil
    },
    Case(expected: "station.duty_roster[0].person.duty: PERSONAL_DATA_MISPLACED") {
      $0.dutyRoster = [shift(1)]
      $0.dutyRoster[0].person?.duty = "电话13812341234"
    },
    Case(expected: "station.facilities[1]: INVALID_FIELD") { $0.facilities = [.books, .unrecognized(99)] },
    Case(expected: "station.volunteer_count: INVALID_FIELD") { $0.volunteerCount = -1 },
  ]

  @Test(arguments: cases)
  func aWrongFieldIsNamed(wrong: Case) async throws {
    try await TestService.withCity { service in
      let refused = try await failure { try await service.makeStation("s1", wrong.change) }
      #expect(refused.code == .invalidArgument && refused.fields == [wrong.expected])
    }
  }

  @Test func aGridHasOneStationAtATime() async throws {
    try await TestService.withCity { service in
      let first = try await service.makeStation {
        $0.validFrom = CalendarDate(2023, 1, 1)
        $0.dutyRoster = [Self.shift(1), Self.shift(7, .leader)]
        $0.facilities = [.drinkingWater, .firstAid]
        $0.takesIssues = true
      }
      let refused = try await failure { try await service.makeStation("s2") { $0.division = TestService.street } }
      #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OVERLAP")
      #expect(refused.metadata == ["name": first.name])
      let closed = try await service.stations.updateStation(
        .with {
          $0.station = .with {
            $0.name = first.name
            $0.validTo = CalendarDate(2025, 1, 1)
          }
        }
      )
      // A station of the street may serve a grid of one of its communities.
      let second = try await service.makeStation("s2") {
        $0.division = TestService.street
        $0.validFrom = CalendarDate(2025, 1, 1)
      }
      let listed = try await service.stations.listStations(
        .with {
          $0.parent = TestService.city
          $0.division = TestService.county
          $0.filter = "grid = \"\(TestService.grid)\""
          $0.orderBy = "valid_from"
        }
      )
      #expect(listed.stations == [closed, second])
      let reopened = try await failure {
        try await service.stations.updateStation(
          .with {
            $0.station = .with { $0.name = first.name }
            $0.updateMask = .with { $0.paths = ["valid_to"] }
          }
        )
      }
      #expect(reopened.reason == "PERIOD_OVERLAP" && reopened.metadata == ["name": second.name])
    }
  }
}
