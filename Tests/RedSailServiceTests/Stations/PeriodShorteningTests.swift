internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// A firm, a project, a venue or a station does not end before what depends on it (期间缩短的校验).
@Suite struct PeriodShorteningTests {
  private static let end = CalendarDate(2025, 7, 1)
  /// 2025-07-01 at 9 o'clock in Asia/Shanghai.
  private static let morning = Timestamp.with { $0.seconds = 1_751_331_600 }
  private static let noon = Timestamp.with { $0.seconds = 1_751_342_400 }

  private func expectRefusal(
    _ field: String,
    _ dependants: [String],
    sourceLocation: SourceLocation = #_sourceLocation,
    _ call: () async throws -> some Sendable
  ) async throws {
    let refused = try await failure(sourceLocation) { try await call() }
    #expect(refused.code == .failedPrecondition, sourceLocation: sourceLocation)
    #expect(refused.fields == ["\(field): PERIOD_OUTSIDE"], "\(refused.message)", sourceLocation: sourceLocation)
    #expect(refused.metadata["name"] == dependants.first, sourceLocation: sourceLocation)
    for name in dependants { #expect(refused.message.contains("'\(name)'"), sourceLocation: sourceLocation) }
  }

  private func end(_ service: TestService, firm day: CalendarDate = end) async throws -> Firm {
    try await service.firms.updateFirm(
      .with {
        $0.firm = .with {
          $0.name = TestService.firm
          $0.validTo = day
        }
      }
    )
  }

  private func end(
    _ service: TestService,
    project day: CalendarDate?,
    from first: CalendarDate? = nil
  ) async throws -> Project {
    try await service.projects.updateProject(
      .with {
        $0.project = .with {
          $0.name = TestService.project
          $0.validFrom = first
          $0.validTo = day
        }
      }
    )
  }

  @Test func aFirmEndsAfterItsProjectsAndPosts() async throws {
    try await TestService.withCity { service in
      try await service.makeProject { $0.validTo = CalendarDate(2025, 12, 31) }
      try await service.makeKeyPost { $0.validTo = Self.end }
      try await expectRefusal("firm.valid_to", [TestService.project]) { try await end(service) }
      try await service.makeKeyPost("head") {
        $0.project = ""
        $0.post = .firmHead
      }
      let head = "\(TestService.city)/keyPosts/head"
      try await expectRefusal("firm.valid_to", [TestService.project, head]) { try await end(service) }
      try await expectRefusal("firm.valid_to", [head]) { try await end(service, firm: CalendarDate(2025, 12, 31)) }
      _ = try await service.personnel.updateKeyPost(
        .with {
          $0.keyPost = .with {
            $0.name = head
            $0.validTo = Self.end
          }
        }
      )
      _ = try await end(service, project: Self.end)
      #expect(try await end(service).validTo == Self.end)
      // Longer again is always right.
      #expect(try await end(service, firm: CalendarDate(2026, 1, 1)).validTo == CalendarDate(2026, 1, 1))
    }
  }

  @Test func aProjectGoesOnWithItsContractsPostsAndEvents() async throws {
    try await TestService.withCity { service in
      try await service.makeProject { $0.validFrom = CalendarDate(2024, 1, 1) }
      let contract = try await ContractServiceClient(service.channel).createContract(
        .with {
          $0.parent = TestService.city
          $0.contract = .with {
            $0.division = TestService.community
            $0.project = TestService.project
            $0.kind = .formal
            $0.feeMode = .lumpSum
            $0.signingDate = CalendarDate(2024, 1, 2)
            $0.validFrom = CalendarDate(2024, 2, 1)
            $0.validTo = CalendarDate(2025, 7, 2)
          }
        }
      )
      let event = try await service.receptionDays.createReceptionDay(
        .with {
          $0.parent = TestService.city
          $0.receptionDay = .with {
            $0.division = TestService.community
            $0.kind = .managerReceptionDay
            $0.project = TestService.project
            $0.plannedStartTime = Self.morning
          }
        }
      )
      try await expectRefusal("project.valid_to", [contract.name, event.name]) {
        try await end(service, project: Self.end)
      }
      try await expectRefusal("project.valid_from", [contract.name]) {
        try await end(service, project: nil, from: CalendarDate(2024, 2, 2))
      }
      _ = try await service.receptionDays.cancelReceptionDay(
        .with {
          $0.name = event.name
          $0.reason = "项目终止"
        }
      )
      try await expectRefusal("project.valid_to", [contract.name]) { try await end(service, project: Self.end) }
      #expect(try await end(service, project: CalendarDate(2025, 7, 2)).validTo == CalendarDate(2025, 7, 2))
    }
  }

  @Test func venuesAndStationsStayOpenForWhatIsPlanned() async throws {
    try await TestService.withCity { service in
      let station = try await service.makeStation()
      let venue = try await service.stations.createVenue(
        .with {
          $0.parent = TestService.city
          $0.venue = .with {
            $0.division = TestService.community
            $0.displayName = "驿站会议室"
            $0.kind = .station
            $0.station = station.name
            $0.keeper = TestService.community
          }
        }
      )
      let booking = try await service.stations.createBooking(
        .with {
          $0.parent = TestService.city
          $0.booking = .with {
            $0.division = TestService.community
            $0.displayName = "业主恳谈会"
            $0.venue = venue.name
            $0.booker = TestService.firm
            $0.startTime = Self.morning
            $0.endTime = Self.noon
          }
        }
      )
      let close = { (day: CalendarDate) in
        try await service.stations.updateVenue(
          .with {
            $0.venue = .with {
              $0.name = venue.name
              $0.validTo = day
            }
          }
        )
      }
      try await expectRefusal("venue.valid_to", [booking.name]) { try await close(Self.end) }
      _ = try await close(CalendarDate(2025, 7, 2))
      _ = try await service.stations.cancelBooking(
        .with {
          $0.name = booking.name
          $0.reason = "另行安排"
        }
      )
      let activity = try await service.receptionDays.createReceptionDay(
        .with {
          $0.parent = TestService.city
          $0.receptionDay = .with {
            $0.division = TestService.community
            $0.kind = .stationActivity
            $0.station = station.name
            $0.plannedStartTime = Self.morning
          }
        }
      )
      let shut = {
        try await service.stations.updateStation(
          .with {
            $0.station = .with {
              $0.name = station.name
              $0.validTo = Self.end
            }
          }
        )
      }
      try await expectRefusal("station.valid_to", [venue.name, activity.name]) { try await shut() }
      #expect(try await close(Self.end).validTo == Self.end)
      _ = try await service.receptionDays.cancelReceptionDay(
        .with {
          $0.name = activity.name
          $0.reason = "驿站撤销"
        }
      )
      #expect(try await shut().validTo == Self.end)
    }
  }
}
