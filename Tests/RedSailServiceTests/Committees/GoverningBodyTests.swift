internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// At any time one body governs a compound.
@Suite struct GoverningBodyTests {
  private static let place = Place.jining

  private static func bodies(_ service: TestService, _ change: (inout ListGoverningBodiesRequest) -> Void = { _ in })
    async throws -> ListGoverningBodiesResponse
  {
    try await service.committees.listGoverningBodies(
      .with {
        $0.compound = place.compound("k1")
        change(&$0)
      }
    )
  }

  /// A plain number that orders days.
  private static func number(_ day: CalendarDate) -> Int32 { day.year * 10_000 + day.month * 100 + day.day }

  @Test func twoDoNotServeTogether() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      let first = try await service.makeCommittee(
        place,
        "first",
        from: CalendarDate(2018, 1, 1),
        to: CalendarDate(2023, 1, 1),
        compounds: ["k1", "k2"]
      )
      for kind in [Committee.Kind.owners, .propertyManagement] {
        let refused = try await failure {
          try await service.makeCommittee(
            place,
            "second",
            kind,
            from: CalendarDate(2022, 12, 31),
            to: CalendarDate(2027, 12, 31),
            compounds: ["k2"]
          )
        }
        #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OVERLAP")
        #expect(refused.metadata == ["name": first.name])
      }
      // The terms may meet.
      try await service.makeCommittee(place, "second", from: CalendarDate(2023, 1, 1), to: CalendarDate(2028, 1, 1))
      // One for a community at a time, beside the compounds' own.
      try await service.makeCommittee(place, "hw", .community, from: CalendarDate(2019, 1, 1), to: nil)
      let community = try await failure {
        try await service.makeCommittee(place, "hw2", .community, from: CalendarDate(2024, 1, 1), to: nil)
      }
      #expect(community.reason == "PERIOD_OVERLAP" && community.metadata == ["name": place.committee("hw")])
      // What is deleted governs nothing, and comes back only where there is room.
      _ = try await service.committees.deleteCommittee(.with { $0.name = place.committee("second") })
      try await service.makeCommittee(place, "third", from: CalendarDate(2025, 1, 1), to: CalendarDate(2030, 1, 1))
      let restored = try await failure {
        try await service.committees.undeleteCommittee(.with { $0.name = place.committee("second") })
      }
      #expect(restored.reason == "PERIOD_OVERLAP" && restored.metadata == ["name": place.committee("third")])
    }
  }

  @Test func everyDayHasOneBodyOrAGap() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeCommittee(
        place,
        "pm",
        .propertyManagement,
        from: CalendarDate(2016, 3, 1),
        to: CalendarDate(2018, 6, 1)
      )
      try await service.makeCommittee(place, "a", from: CalendarDate(2018, 6, 1), to: CalendarDate(2023, 6, 1))
      try await service.makeCommittee(place, "b", from: CalendarDate(2024, 2, 29), to: CalendarDate(2029, 2, 28))
      try await service.makeCommittee(
        place,
        "hw",
        .community,
        from: CalendarDate(2017, 1, 1),
        to: CalendarDate(2025, 1, 1)
      )
      _ = try await service.committees.dissolveCommittee(
        .with {
          $0.name = place.committee("a")
          $0.endDate = CalendarDate(2021, 9, 15)
          $0.reason = "业主大会罢免"
        }
      )
      let whole = try await Self.bodies(service).periods
      // The oracle: of each body the first day and the first day after; its own committees come before the community's.
      let own: [(String, Int32, Int32)] = [
        ("pm", 2016_03_01, 2018_06_01), ("a", 2018_06_01, 2021_09_15), ("b", 2024_02_29, 2029_02_28),
      ]
      for year in Int32(2015)...2030 {
        for month in Int32(1)...12 {
          for day in Int32(1)...28 {
            let date = year * 10_000 + month * 100 + day
            let body =
              own.first { $0.1 <= date && date < $0.2 }?.0 ?? (date >= 2017_01_01 && date < 2025_01_01 ? "hw" : nil)
            let found = whole.filter {
              ($0.validFrom.map(Self.number) ?? 0) <= date && date < ($0.validTo.map(Self.number) ?? .max)
            }
            try #require(found.count == 1, "\(date)")
            #expect(found[0].committee == body.map(place.committee) ?? "", "\(date)")
            #expect((found[0].kind == .gap) == (body == nil))
          }
        }
      }
      #expect(
        whole.map(\.kind) == [
          .gap, .propertyManagementCommittee, .ownersCommittee, .communityCommittee, .ownersCommittee, .gap,
        ]
      )
      let day = try await Self.bodies(service) { $0.date = CalendarDate(2021, 9, 15) }.periods
      #expect(day.map(\.committee) == [place.committee("hw")])
      var paged: [ListGoverningBodiesResponse.Period] = []
      var token = ""
      repeat {
        let page = try await Self.bodies(service) {
          $0.pageSize = 4
          $0.pageToken = token
        }
        paged += page.periods
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(paged == whole)
    }
  }
}
