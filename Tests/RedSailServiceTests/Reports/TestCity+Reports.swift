internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI

extension TestCity {
  var reports: ReportServiceClient { ReportServiceClient(channel) }

  /// A report as of the city's last day unless changed.
  func report(_ key: String, _ change: (inout GetReportRequest) throws -> Void = { _ in }) async throws -> Report {
    try await reports.getReport(
      try .with {
        $0.name = "\(Self.name)/reports/\(key)"
        $0.asOfDate = CalendarDate("2026-01-31")
        try change(&$0)
      }
    )
  }

  /// The findings of a report as of that day, all pages.
  func findings(_ key: String, _ change: (inout ListFindingsRequest) -> Void = { _ in }) async throws -> [Finding] {
    var request = ListFindingsRequest.with {
      $0.name = "\(Self.name)/reports/\(key)"
      $0.asOfDate = CalendarDate("2026-01-31")
    }
    change(&request)
    var found: [Finding] = []
    for try await finding in reports.findings(request) { found.append(finding) }
    return found
  }

  /// Records an event that was held, in the first community on 2025-10-15 unless changed.
  @discardableResult
  func held(
    _ kind: ReceptionDay.Kind,
    on day: String = "2025-10-15",
    _ change: (inout ReceptionDay) throws -> Void = { _ in }
  ) async throws -> ReceptionDay {
    try await events.createReceptionDay(
      try .with {
        $0.parent = Self.name
        $0.receptionDay = try .with {
          $0.division = Self.community
          $0.kind = kind
          $0.state = .held
          $0.plannedStartTime = try Timestamp(shanghai: "\(day)T09:00:00")
          $0.startTime = try Timestamp(shanghai: "\(day)T09:00:00")
          $0.endTime = try Timestamp(shanghai: "\(day)T10:00:00")
          try change(&$0)
        }
      }
    )
  }

  /// Records a station of a grid.
  func station(_ grid: String, in community: String, volunteers: Int32 = 0, from day: String = "2025-01-01")
    async throws
  {
    _ = try await StationServiceClient(channel).createStation(
      .with {
        $0.parent = Self.name
        $0.station = .with {
          $0.division = community
          $0.displayName = "红帆驿站"
          $0.grid = grid
          $0.volunteerCount = volunteers
          $0.validFrom = CalendarDate(day)
          $0.facilities = [.drinkingWater, .charging]
          $0.dutyRoster = [
            .with {
              $0.weekday = 1
              $0.person = .with { $0.reference = "member-1" }
              $0.role = .partyMember
            }
          ]
        }
      }
    )
  }

  /// Records a month's calls.
  func calls(_ year: Int32, _ month: Int32, _ division: String, property: Int64, all: Int64) async throws {
    _ = try await HotlineServiceClient(channel).createHotlineTotal(
      .with {
        $0.parent = Self.name
        $0.hotlineTotal = .with {
          $0.division = division
          $0.year = year
          $0.month = month
          $0.propertyCallCount = property
          $0.callCount = all
        }
      }
    )
  }
}

extension Report {
  /// The row of a division; of the first period unless another is meant.
  func row(_ division: String, from day: CalendarDate? = nil) -> [String: Figure] {
    let row = rows.first { $0.division == division && (day == nil || $0.periodFrom == day) }
    return Dictionary(uniqueKeysWithValues: (row?.figures ?? []).map { ($0.key, $0) })
  }

  /// The row of the whole city.
  var whole: [String: Figure] { row("cities/370800/divisions/370800") }
}

extension Report.Figure {
  /// Numerator and denominator.
  var parts: [Int64] { [numerator, denominator] }
}
