internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Stations, venues and what is done in them (rows 6 and 29).
extension ReportCatalogue {
  static let stations = [gridStations, stationWork, venues]

  private static let hasStation: CountSource.Condition = {
    .named(by: Station.recordKind, "grid", where: $0.isValid)
  }

  private static let gridStations = ReportDefinition(
    "grid_stations",
    LocalizedText("Stations of grids", "网格红帆驿站"),
    [
      CountSource(
        Station.recordKind,
        where: \.isValid,
        [.count("stations", "stations", LocalizedText("stations", "红帆驿站"))]
      ),
      CountSource(
        Grid.recordKind,
        where: \.isValid,
        [.share("grids_with_station", LocalizedText("grids with a station", "有驿站的网格"), where: hasStation)]
      ),
    ],
    findings: [
      FindingSource(
        Grid.self,
        "grid_without_station",
        LocalizedText("has no station", "没有红帆驿站"),
        where: { .and([$0.isValid, .not(hasStation($0))]) },
        called: \.displayName
      )
    ]
  )

  private static let facilities: [(facility: Station.Facility, key: String, name: LocalizedText)] = [
    (.drinkingWater, "with_drinking_water", LocalizedText("with drinking water", "有饮水")),
    (.charging, "with_charging", LocalizedText("with charging", "可充电")),
    (.restArea, "with_rest_area", LocalizedText("with a rest area", "有休息区")),
    (.firstAid, "with_first_aid", LocalizedText("with first aid", "有急救用品")),
    (.books, "with_books", LocalizedText("with books", "有图书")),
    (.tools, "with_tools", LocalizedText("with tools", "有工具")),
    (.microwave, "with_microwave", LocalizedText("with a microwave oven", "有微波炉")),
    (.meetingRoom, "with_meeting_room", LocalizedText("with a meeting room", "有会议室")),
    (.children, "with_children_corner", LocalizedText("with a children's corner", "有儿童角")),
  ]

  private static let stationWork = ReportDefinition(
    "stations",
    LocalizedText("What stations offer and do", "红帆驿站设施与活动"),
    [
      ScanSource(
        Station.self,
        where: \.isValid,
        [
          ReportFigure(
            "stations_with_members_on_duty",
            "%",
            LocalizedText("stations with party members or leaders on duty", "有党员、领导值守的驿站"),
            isShare: true
          ),
          ReportFigure(
            "stations_taking_issues",
            "%",
            LocalizedText("stations that take in issues", "受理诉求的驿站"),
            isShare: true
          ),
          ReportFigure("volunteers", "persons", LocalizedText("volunteers", "志愿者"), owners: .localOffices),
        ] + facilities.map { ReportFigure($0.key, "stations", $0.name) }
      ) { station, _ in
        var counts: [String: RateFigure] = [
          "stations_with_members_on_duty": .one(
            station.dutyRoster.contains { $0.role == .partyMember || $0.role == .leader }
          ),
          "stations_taking_issues": .one(station.takesIssues),
          "volunteers": .count(Int(station.volunteerCount)),
        ]
        for (facility, key, _) in facilities where station.facilities.contains(facility) { counts[key] = .count(1) }
        return counts
      },
      CountSource(
        ReceptionDay.recordKind,
        .flow("held_date"),
        CountSource.counts(
          by: "kind",
          "events",
          [
            (ReceptionDay.Kind.stationActivity, "activities", LocalizedText("activities", "驿站活动")),
            (.volunteerActivity, "volunteer_activities", LocalizedText("volunteer activities", "志愿活动")),
          ]
        )
      ),
    ]
  )

  private static func booked(by key: String, _ name: LocalizedText, _ type: ResourceType) -> CountSource.Figure {
    .count(key, "bookings", name) {
      .and([.hasPrefix("booker", $0.names(of: type)), .is("state", Booking.State.booked)])
    }
  }

  private static let venues = ReportDefinition(
    "venues",
    LocalizedText("Venues and their bookings", "活动场所资源共享"),
    [
      CountSource(
        Venue.recordKind,
        where: \.isValid,
        CountSource.counts(
          by: "kind",
          "venues",
          [
            (Venue.Kind.station, "in_stations", LocalizedText("in stations", "驿站")),
            (.partyServiceCentre, "party_service_centres", LocalizedText("party service centres", "党群服务中心")),
            (.communityRoom, "community_rooms", LocalizedText("community rooms", "社区用房")),
            (.firmRoom, "firm_rooms", LocalizedText("firms' rooms", "企业用房")),
            (.other, "other_venues", LocalizedText("others", "其他")),
          ]
        )
      ),
      CountSource(
        Booking.recordKind,
        .flow("start_time"),
        [
          .count("bookings", "bookings", LocalizedText("bookings", "预约")) { _ in
            .is("state", Booking.State.booked)
          },
          booked(by: "by_party_organisations", LocalizedText("by party organisations", "党组织预约"), .partyOrganisation),
          booked(by: "by_firms", LocalizedText("by firms", "物业企业预约"), .firm),
          booked(by: "by_committees", LocalizedText("by committees", "业委会预约"), .committee),
          booked(by: "by_projects", LocalizedText("by projects", "项目预约"), .project),
        ]
      ),
    ]
  )
}
