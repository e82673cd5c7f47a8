internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// What meetings, report-ins, station activities and visits are held at (季度联席会议、报到、驿站活动、走访).
@Suite struct EventKindTests {
  private static let station = "cities/370800/stations/s1"
  private static let otherGrid = "cities/370800/grids/g2"

  private static func withPlaces(_ body: (TestService) async throws -> Void) async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      try await service.makeStation()
      _ = try await service.divisions.createGrid(
        .with {
          $0.parent = TestService.city
          $0.gridID = "g2"
          $0.grid = .with {
            $0.division = TestService.otherCommunity
            $0.displayName = "第二网格"
            $0.scheme = "jining-grid-2024"
            $0.code = "G-2"
          }
        }
      )
      try await body(service)
    }
  }

  @discardableResult
  private static func create(
    _ service: TestService,
    _ kind: ReceptionDay.Kind,
    _ change: (inout ReceptionDay) -> Void = { _ in }
  ) async throws -> ReceptionDay {
    var event = ReceptionDay.with {
      $0.division = TestService.community
      $0.kind = kind
      $0.state = .held
      $0.plannedStartTime = .with { $0.seconds = 1_748_700_000 }
      $0.startTime = .with { $0.seconds = 1_748_700_000 }
    }
    change(&event)
    return try await service.receptionDays.createReceptionDay(
      .with {
        $0.parent = TestService.city
        $0.receptionDay = event
      }
    )
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let kind: ReceptionDay.Kind
    /// What is missing without a place; nil where none is needed.
    let missing: String?
    /// Each of which will do.
    let places: [@Sendable (inout ReceptionDay) -> Void]
    var testDescription: String { "\(kind)" }
  }

  private static let cases: [Case] = [
    Case(
      kind: .quarterlyMeeting,
      missing: "compound",
      places: [{ $0.compound = TestService.compound }, { $0.project = TestService.project }]
    ),
    Case(kind: .reportIn, missing: "project", places: [{ $0.project = TestService.project }]),
    Case(kind: .stationActivity, missing: "station", places: [{ $0.station = station }]),
    Case(
      kind: .visit,
      missing: "grid",
      places: [{ $0.grid = TestService.grid }, { $0.compound = TestService.compound }]
    ),
    Case(kind: .volunteerActivity, missing: nil, places: [{ $0.volunteerCount = 12 }]),
  ]

  @Test(arguments: cases)
  func eachKindHasItsPlace(event: Case) async throws {
    try await Self.withPlaces { service in
      if let missing = event.missing {
        let refused = try await failure { try await Self.create(service, event.kind) }
        #expect(refused.code == .invalidArgument && refused.fields == ["reception_day.\(missing): REQUIRED_FIELD"])
      } else {
        try await Self.create(service, event.kind)
      }
      for place in event.places {
        let made = try await Self.create(service, event.kind, place)
        #expect(made.kind == event.kind && made.state == .held)
      }
    }
  }

  @Test func stationAndGridLieInTheEventsDivision() async throws {
    try await Self.withPlaces { service in
      let station = try await failure {
        try await Self.create(service, .stationActivity) {
          $0.division = TestService.otherCommunity
          $0.station = Self.station
        }
      }
      #expect(station.code == .invalidArgument && station.fields == ["reception_day.station: INVALID_FIELD"])
      let grid = try await failure { try await Self.create(service, .visit) { $0.grid = Self.otherGrid } }
      #expect(grid.fields == ["reception_day.grid: INVALID_FIELD"])
      // The street's event may be held in one of its communities.
      let event = try await Self.create(service, .visit) {
        $0.division = TestService.street
        $0.grid = TestService.grid
        $0.station = Self.station
      }
      let moved = try await failure {
        try await service.receptionDays.updateReceptionDay(
          .with {
            $0.receptionDay = .with {
              $0.name = event.name
              $0.division = TestService.otherCounty
            }
          }
        )
      }
      #expect(moved.fields == ["reception_day.station: INVALID_FIELD"])
      let listed = try await service.receptionDays.listReceptionDays(
        .with {
          $0.parent = TestService.city
          $0.filter = "kind = VISIT AND grid = \"\(TestService.grid)\" AND station = \"\(Self.station)\""
        }
      )
      #expect(listed.receptionDays == [event])
    }
  }

  @Test func aStationWithEventsStays() async throws {
    try await Self.withPlaces { service in
      let event = try await Self.create(service, .stationActivity) { $0.station = Self.station }
      let kept = try await failure { try await service.stations.deleteStation(.with { $0.name = Self.station }) }
      #expect(kept.reason == "STILL_REFERENCED" && kept.metadata == ["name": event.name])
    }
  }
}
